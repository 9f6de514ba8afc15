import { StytchOrgSwitcher } from '../elements/stytch-org-switcher.js';
import './mfa-prompt.js';
import { register } from './register.js';

register('stytch-org-switcher', StytchOrgSwitcher);
