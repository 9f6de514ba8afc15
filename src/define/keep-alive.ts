import { StytchKeepAlive } from '../elements/stytch-keep-alive.js';
import { register } from './register.js';

register('stytch-keep-alive', StytchKeepAlive);
