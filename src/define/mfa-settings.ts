import { StytchMfaSettings } from '../elements/stytch-mfa-settings.js';
import './mfa-prompt.js';
import { register } from './register.js';

register('stytch-mfa-settings', StytchMfaSettings);
