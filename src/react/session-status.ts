import '../define/session-status.js';
import { StytchSessionStatus as element } from '../elements/stytch-session-status.js';
import { wrap } from './wrap.js';

/** `<stytch-session-status>`. */
export const StytchSessionStatus = wrap('stytch-session-status', element, []);
