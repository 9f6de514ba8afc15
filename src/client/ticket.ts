import type { Ticket, TokenType } from '../flows/call.js';
import { StytchElementsError } from '../flows/errors.js';

const TYPES: ReadonlySet<string> = new Set<TokenType>([
  'discovery',
  'discovery_oauth',
  'oauth',
  'sso',
  'multi_tenant_magic_links',
  'multi_tenant_impersonation',
  'multi_tenant_passwords',
]);

/** Links that may ask for a new password; of any other that would be somebody else's wish. */
const RESETS: ReadonlySet<string> = new Set<TokenType>(['discovery', 'multi_tenant_magic_links']);

const BROUGHT = ['token', 'stytch_token_type', 'stytch_redirect_type'];

/** What OAuth and OpenID Connect say of a sign-in that was not finished. */
const REFUSED = ['error', 'error_description'];

/** What could not be taken out of the address; once used, it counts for nothing. */
let stuck: string | undefined;

/**
 * What a link or a redirect has brought in the page's URL, taken out of it at once, so that it is used once: not by a
 * reload, another element, a bookmark, or whoever reads the address. Throws a typed error for what cannot be used.
 */
export function takeTicket(): Ticket | undefined {
  if (location.search === stuck) return undefined;
  const given = new URLSearchParams(location.search);
  const token = given.get('token');
  const type = given.get('stytch_token_type');
  if (token && type) {
    const isAsked = given.get('stytch_redirect_type') === 'reset_password';
    const resets = type === 'multi_tenant_passwords' || (isAsked && RESETS.has(type));
    cleanUrl(BROUGHT);
    if (!isKnown(type)) throw new StytchElementsError('misconfigured', { detail: 'link-type' });
    return { type, token, resets };
  }
  if (!token && REFUSED.every((name) => given.has(name))) {
    cleanUrl(REFUSED);
    throw new StytchElementsError('cancelled', { detail: 'refused' });
  }
  return undefined;
}

function isKnown(type: string): type is TokenType {
  return TYPES.has(type);
}

/** Takes parameters out of the page's URL and leaves everything else of it as it was written. */
function cleanUrl(names: readonly string[]): void {
  const url = new URL(location.href);
  const parameters = url.search.slice(1).split('&');
  url.search = parameters.filter((each) => !names.includes(nameIn(each))).join('&');
  try {
    history.replaceState(history.state, '', url);
  } catch {
    stuck = location.search; // browsers limit how often a page may do that
  }
}

/** The name of one parameter as it is written in a URL. */
function nameIn(parameter: string): string {
  return [...new URLSearchParams(parameter).keys()][0] ?? '';
}
