import '../define/step-up.js';
import { StytchStepUp as element } from '../elements/stytch-step-up.js';
import { wrap } from './wrap.js';

/** `<stytch-step-up>`. */
export const StytchStepUp = wrap('stytch-step-up', element, [
  'stytch-authenticated',
  'stytch-cancel',
  'stytch-error',
  'stytch-pending',
]);
