import '../define/mfa-prompt.js';
import { StytchMfaPrompt as element } from '../elements/stytch-mfa-prompt.js';
import { wrap } from './wrap.js';

/** `<stytch-mfa-prompt>`. */
export const StytchMfaPrompt = wrap('stytch-mfa-prompt', element, [
  'stytch-authenticated',
  'stytch-cancel',
  'stytch-error',
]);
