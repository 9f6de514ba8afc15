import '../define/hydrate.js';
import { StytchHydrate as element } from '../elements/stytch-hydrate.js';
import { wrap } from './wrap.js';

/** `<stytch-hydrate>`. */
export const StytchHydrate = wrap('stytch-hydrate', element, ['stytch-error', 'stytch-hydrate']);
