import type { TemplateResult } from 'lit';
import type { View } from '../../client/store.js';
import type { Intent, Place } from '../../flows/flow.js';
import type { PendingMfa } from '../../flows/types.js';
import type { Messages } from '../../messages/en.js';
import type { CodeField } from './code-field.js';
import type { CopyButton } from './copy-button.js';
import type { PhoneField } from './phone-field.js';
import type { QrCode } from './qr-code.js';

export type MfaPlace = Exclude<Place['at'], 'primary' | 'discovery'>;
export type PlaceAt<K extends MfaPlace> = Extract<Place, { at: K }>;

/** What a screen is made from: where a person is, what they see there, and what they can do. */
export interface Scene<P extends Place = Place> {
  readonly place: P;
  readonly pending: PendingMfa;
  readonly busy: View['busy'];
  /** Name of the organization to go back to, if there is one. */
  readonly home: string | null;
  /** What went wrong last, in words; `isRefused` when it was the value that was typed. */
  readonly error: string | undefined;
  readonly isRefused: boolean;
  readonly messages: Messages;
  readonly language: string;
  readonly now: number;
  /** Differs from screen to screen. */
  readonly key: string;
  /** Starts the identifiers of this element's light DOM. */
  readonly id: string;
  readonly parts: {
    readonly code: CodeField;
    readonly phone: PhoneField;
    readonly qr: QrCode;
    readonly copy: CopyButton;
  };
  send(this: void, intent: Intent): void;
  /** Says what is wrong with what was typed, without asking the server. */
  refuse(this: void, message: string): void;
  /** What was typed has changed: what went wrong with it before is no concern any more. */
  edited(this: void): void;
}

/** What a screen shows around its form; the form itself is for the light DOM. */
export interface Screen {
  readonly title: string;
  readonly text?: string | undefined;
  readonly figure?: TemplateResult | undefined;
  readonly form?: TemplateResult | undefined;
  /** The main way on, where there is no form. */
  readonly choices?: readonly TemplateResult[];
  /** Other ways on. */
  readonly actions?: readonly TemplateResult[];
}
