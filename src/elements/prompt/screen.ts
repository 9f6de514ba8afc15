import type { TemplateResult } from 'lit';
import type { View } from '../../client/nowhere.js';
import type { AuthController } from '../../controllers/auth-controller.js';
import type { TextController } from '../../controllers/text-controller.js';
import type { Intent, Place } from '../../flows/flow.js';
import type { Snapshot } from '../../flows/types.js';
import type { Messages } from '../../messages/messages.js';
import type { CodeField } from './code-field.js';

/** Where a person is: a place of the flows, or one that an element has of its own. */
export type Where = Place | { readonly at: string };
export type PlaceAt<K extends Place['at']> = Extract<Place, { at: K }>;

/** What a screen is made from: where a person is, what they see there, and what they can do. */
export interface Scene<P extends Where = Where> extends Omit<View, 'place'> {
  readonly place: P;
  readonly snapshot: Snapshot;
  /** What went wrong last, in words; `isRefused` when it was the value that was typed. */
  readonly error: string | undefined;
  readonly isRefused: boolean;
  readonly messages: Messages;
  readonly text: TextController;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Differs from screen to screen. */
  readonly key: string;
  /** Starts the identifiers of this element's light DOM. */
  readonly id: string;
  readonly code: CodeField;
  /** Asks for a step; resolves when it is done, with whether it succeeded. */
  send(this: void, intent: Intent): Promise<boolean>;
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
  /** What went wrong, where that is not what the store says. */
  readonly error?: string | undefined;
  /** The main way on, where there is no form; with one, other ways of the same weight. */
  readonly choices?: readonly TemplateResult[];
  /** Lesser ways on. */
  readonly actions?: readonly TemplateResult[];
  /** The way out; undefined where there is none. */
  readonly cancel?: Intent | undefined;
  /** Whether nothing can be done here, so that no time is left to do it in. */
  readonly isDeadEnd?: boolean;
  /** Closes the dialog that the screen is in, where nothing is owed that there would be a way out of. */
  readonly close?: (() => void) | undefined;
  /** Whether there is something to read before the field is used, so that focus goes to the heading. */
  readonly readsFirst?: boolean;
}

/** What an element prompts for: what of the session concerns it, and how that looks. */
export interface Kind {
  /** Where the person is, if that is for this element to show. */
  placeOf(auth: AuthController): Where | undefined;
  screenOf(scene: Scene): Screen;
  /** Called before another screen is drawn, and with nothing once there is none. */
  arrive?(scene: Scene | undefined): void;
}
