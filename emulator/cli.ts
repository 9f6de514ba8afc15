import { parseArgs } from 'node:util';
import { startEmulator } from './node.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4100' },
    'redirect-url': { type: 'string' },
    pkce: { type: 'boolean', default: false },
  },
});
const redirectUrl = values['redirect-url'];
const { url, publicToken, projectId, secret } = await startEmulator({
  port: Number(values.port),
  pkce: values.pkce,
  ...(redirectUrl ? { redirectUrl } : {}),
});
console.log(JSON.stringify({ url, publicToken, projectId, secret }));
