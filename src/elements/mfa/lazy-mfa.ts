export { Inside } from '../prompt/inside.js';
export { MfaKind } from './kind.js';
export { look } from './look.js';
