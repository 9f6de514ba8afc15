import '../define/discovery.js';
import { StytchDiscovery as element } from '../elements/stytch-discovery.js';
import { wrap } from './wrap.js';

/** `<stytch-discovery>`. */
export const StytchDiscovery = wrap('stytch-discovery', element, [
  'stytch-authenticated',
  'stytch-cancel',
  'stytch-error',
  'stytch-pending',
  'stytch-switch',
  'stytch-switch-before',
]);
