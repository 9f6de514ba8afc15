import '../define/org-switcher.js';
import { StytchOrgSwitcher as element } from '../elements/stytch-org-switcher.js';
import { wrap } from './wrap.js';

/** `<stytch-org-switcher>`. */
export const StytchOrgSwitcher = wrap('stytch-org-switcher', element, [
  'stytch-create',
  'stytch-error',
  'stytch-pending',
  'stytch-redirect',
  'stytch-switch',
  'stytch-switch-before',
]);
