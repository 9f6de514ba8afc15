import { StytchProvider } from '../elements/stytch-provider.js';
import { register } from './register.js';

register('stytch-provider', StytchProvider);
