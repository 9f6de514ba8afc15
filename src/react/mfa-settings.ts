import '../define/mfa-settings.js';
import { StytchMfaSettings as element } from '../elements/stytch-mfa-settings.js';
import { wrap } from './wrap.js';

/** `<stytch-mfa-settings>`. */
export const StytchMfaSettings = wrap('stytch-mfa-settings', element, [
  'stytch-authenticated',
  'stytch-cancel',
  'stytch-error',
  'stytch-mfa-change',
]);
