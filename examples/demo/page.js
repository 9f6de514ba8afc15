// What every page has: the workbench, and a direction for those who want to see it.
import { openWorkbench } from './workbench.js';

if (new URLSearchParams(location.search).get('dir') === 'rtl') document.documentElement.dir = 'rtl';

openWorkbench();
await customElements.whenDefined('stytch-provider');
