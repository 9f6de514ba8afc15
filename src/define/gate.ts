import { StytchGate } from '../elements/stytch-gate.js';
import { register } from './register.js';

register('stytch-gate', StytchGate);
