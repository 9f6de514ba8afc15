import { StytchDiscovery } from '../elements/stytch-discovery.js';
import './step-up.js';
import { register } from './register.js';

register('stytch-discovery', StytchDiscovery);
