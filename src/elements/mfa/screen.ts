import type { PendingMfa } from '../../flows/types.js';
import type { PlaceAt, Scene } from '../prompt/screen.js';
import type { CopyButton } from './copy-button.js';
import type { PhoneField } from './phone-field.js';
import type { QrCode } from './qr-code.js';

export type MfaAt =
  'code' | 'recovery' | 'choose' | 'enroll-totp' | 'enroll-phone' | 'save-codes' | 'expired' | 'return';

/** What the screens of a second factor are made from. */
export type MfaScene<K extends MfaAt = MfaAt> = Scene<PlaceAt<K>> & {
  readonly pending: PendingMfa;
  readonly parts: { readonly phone: PhoneField; readonly qr: QrCode; readonly copy: CopyButton };
};
