import { parseArgs } from 'node:util';
import { startEmulator } from './node.js';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4100' }, 'redirect-url': { type: 'string' } },
});
const redirectUrl = values['redirect-url'];
const { url, publicToken, projectId, secret } = await startEmulator({
  port: Number(values.port),
  ...(redirectUrl ? { redirectUrl } : {}),
});
console.log(JSON.stringify({ url, publicToken, projectId, secret }));
