import { StytchSessionStatus } from '../elements/stytch-session-status.js';
import { register } from './register.js';

register('stytch-session-status', StytchSessionStatus);
