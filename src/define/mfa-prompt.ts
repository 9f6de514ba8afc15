import { StytchMfaPrompt } from '../elements/stytch-mfa-prompt.js';
import { register } from './register.js';

register('stytch-mfa-prompt', StytchMfaPrompt);
