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

const OURS = ['token', 'stytch_token_type', 'stytch_redirect_type'];

/**
 * What a link or a redirect has brought in the page's URL, taken out of it at once, so that it is used once: not by a
 * reload, another element, a bookmark, or whoever reads the address. Throws a typed error for what cannot be used.
 */
export function takeTicket(): Ticket | undefined {
  const url = new URL(location.href);
  const { searchParams: given } = url;
  const token = given.get('token');
  const type = given.get('stytch_token_type');
  const isRefused = !token && given.has('error') && given.has('error_description');
  if (!(token && type) && !isRefused) return undefined;
  const resets = given.get('stytch_redirect_type') === 'reset_password' || type === 'multi_tenant_passwords';
  for (const name of isRefused ? ['error', 'error_description'] : OURS) given.delete(name);
  history.replaceState(history.state, '', url);
  if (isRefused) throw new StytchElementsError('cancelled', { detail: 'refused' });
  if (!TYPES.has(type!)) throw new StytchElementsError('misconfigured', { detail: 'link-type' });
  return { type: type as TokenType, token: token!, resets };
}
