import '../define/user-button.js';
import { StytchUserButton as element } from '../elements/stytch-user-button.js';
import { wrap } from './wrap.js';

/** `<stytch-user-button>`. */
export const StytchUserButton = wrap('stytch-user-button', element, [
  'stytch-error',
  'stytch-logout',
  'stytch-logout-before',
  'stytch-mfa-change',
  'stytch-pending',
  'stytch-redirect',
  'stytch-switch',
  'stytch-switch-before',
]);
