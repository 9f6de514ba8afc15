import '../define/callback.js';
import { StytchCallback as element } from '../elements/stytch-callback.js';
import { wrap } from './wrap.js';

/** `<stytch-callback>`. */
export const StytchCallback = wrap('stytch-callback', element, [
  'stytch-authenticated',
  'stytch-cancel',
  'stytch-error',
  'stytch-pending',
  'stytch-redirect',
]);
