import { StytchCallback } from '../elements/stytch-callback.js';
import './discovery.js';
import { register } from './register.js';

register('stytch-callback', StytchCallback);
