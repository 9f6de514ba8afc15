export { Inside } from '../prompt/inside.js';
export { DiscoveryKind } from './kind.js';
