import '../define/keep-alive.js';
import { StytchKeepAlive as element } from '../elements/stytch-keep-alive.js';
import { wrap } from './wrap.js';

/** `<stytch-keep-alive>`. */
export const StytchKeepAlive = wrap('stytch-keep-alive', element, [
  'stytch-error',
  'stytch-logout',
  'stytch-redirect',
  'stytch-session-expired',
  'stytch-session-extended',
  'stytch-session-warning',
]);
