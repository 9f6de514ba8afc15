import { StytchElementsError } from '../flows/errors.js';
import { withDeadline } from './deadline.js';
import { type Client, type Options, sdkOptions } from './options.js';

/** Loads the SDK and makes its client; rejects with `misconfigured` or `offline`, never with the SDK's own error. */
export async function loadClient(options: Options): Promise<Client> {
  const { StytchB2BClient } = await withDeadline(import('./sdk.js')).catch((thrown: unknown) => {
    throw notLoaded(thrown);
  });
  if (!keepsCookies()) throw new StytchElementsError('misconfigured', { detail: 'cookies' });
  return new StytchB2BClient(options.publicToken, sdkOptions(options));
}

/** In a sandboxed frame the SDK cannot even be evaluated: it reads `localStorage` as it loads. */
function notLoaded(thrown: unknown): StytchElementsError {
  if (thrown instanceof DOMException) return new StytchElementsError('misconfigured', { detail: 'storage' });
  return new StytchElementsError('offline', { detail: 'sdk' });
}

/** Whether this page can keep the cookies that the SDK writes: it marks them `Secure` except on a local host. */
function keepsCookies(): boolean {
  const local = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);
  const mark = `stytch-elements-probe=1; path=/; SameSite=Lax${local ? '' : '; Secure'}`;
  try {
    document.cookie = mark;
    const kept = document.cookie.includes('stytch-elements-probe=1');
    document.cookie = `${mark}; max-age=0`;
    return kept;
  } catch {
    return false;
  }
}
