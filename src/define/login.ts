import { StytchLogin } from '../elements/stytch-login.js';
import './discovery.js';
import { register } from './register.js';

register('stytch-login', StytchLogin);
