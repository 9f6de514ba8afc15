import { StytchStepUp } from '../elements/stytch-step-up.js';
import './mfa-prompt.js';
import { register } from './register.js';

register('stytch-step-up', StytchStepUp);
