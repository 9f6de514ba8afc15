import { StytchLogout } from '../elements/stytch-logout.js';
import { register } from './register.js';

register('stytch-logout', StytchLogout);
