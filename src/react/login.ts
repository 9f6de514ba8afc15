import '../define/login.js';
import { StytchLogin as element } from '../elements/stytch-login.js';
import { wrap } from './wrap.js';

/** `<stytch-login>`. */
export const StytchLogin = wrap('stytch-login', element, [
  'stytch-authenticated',
  'stytch-cancel',
  'stytch-error',
  'stytch-pending',
  'stytch-redirect',
]);
