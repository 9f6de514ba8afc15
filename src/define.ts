import { register } from './define/register.js';
import { family } from './family.js';

for (const [name, element] of Object.entries(family)) register(`stytch-${name}`, element);
