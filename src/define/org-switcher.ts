import { StytchOrgSwitcher } from '../elements/stytch-org-switcher.js';
import './step-up.js';
import { register } from './register.js';

register('stytch-org-switcher', StytchOrgSwitcher);
