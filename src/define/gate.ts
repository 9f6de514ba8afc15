import { StytchGate } from '../elements/stytch-gate.js';
import './mfa-prompt.js';
import { register } from './register.js';

register('stytch-gate', StytchGate);
