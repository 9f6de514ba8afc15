import { followSession } from './product.js';
import { openWorkbench } from './workbench.js';

if (new URLSearchParams(location.search).get('dir') === 'rtl') document.documentElement.dir = 'rtl';

openWorkbench();
await customElements.whenDefined('stytch-provider');
followSession();
