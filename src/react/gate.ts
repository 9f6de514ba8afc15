import '../define/gate.js';
import { StytchGate as element } from '../elements/stytch-gate.js';
import { wrap } from './wrap.js';

/** `<stytch-gate>`. */
export const StytchGate = wrap('stytch-gate', element, [
  'stytch-authenticated',
  'stytch-cancel',
  'stytch-error',
  'stytch-gate-change',
  'stytch-redirect',
]);
