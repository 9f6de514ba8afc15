import { discovery } from '../../styles/discovery.js';
import { mark } from '../../styles/mark.js';
import { search } from '../../styles/search.js';

export { Inside } from '../prompt/inside.js';
export { DiscoveryKind } from './kind.js';

export const look = [mark, search, discovery];
