export { Inside } from '../prompt/inside.js';
export { CallbackKind } from './kind.js';
export { look } from './look.js';
