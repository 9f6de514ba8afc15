import { StytchHydrate } from '../elements/stytch-hydrate.js';
import { register } from './register.js';

register('stytch-hydrate', StytchHydrate);
