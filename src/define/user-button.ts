import { StytchUserButton } from '../elements/stytch-user-button.js';
import './logout.js';
import './mfa-settings.js';
import './org-switcher.js';
import { register } from './register.js';

register('stytch-user-button', StytchUserButton);
