import '../define/logout.js';
import { StytchLogout as element } from '../elements/stytch-logout.js';
import { wrap } from './wrap.js';

/** `<stytch-logout>`. */
export const StytchLogout = wrap('stytch-logout', element, [
  'stytch-error',
  'stytch-logout',
  'stytch-logout-before',
  'stytch-redirect',
]);
