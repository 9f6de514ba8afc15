import { StytchDevtools } from '../elements/stytch-devtools.js';
import { register } from './register.js';

export { StytchDevtools } from '../elements/stytch-devtools.js';
export type { Report } from '../elements/devtools/report.js';

register('stytch-devtools', StytchDevtools);
