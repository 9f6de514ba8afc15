import { ApiError, type ErrorType } from './errors.js';
import { newToken } from './ids.js';
import { checkVerifier } from './pkce.js';
import type { World } from './world.js';

/** What a token in a redirect is good for. */
export type LinkPurpose =
  | 'magic_link'
  | 'discovery'
  | 'oauth'
  | 'discovery_oauth'
  | 'sso'
  | 'password_reset'
  | 'discovery_password_reset'
  | 'email_update'
  | 'impersonation';

/** A token that reaches the page in a link or a redirect. */
export interface Link {
  purpose: LinkPurpose;
  email_address: string;
  /** Empty for discovery flows. */
  organization_id: string;
  expires: number;
  used: boolean;
  code_challenge?: string | undefined;
  provider?: string | undefined;
  /** Whom the link is about, when the address alone does not say it. */
  member_id?: string | undefined;
  connection_id?: string | undefined;
}

/** The value of `stytch_token_type` for each purpose. */
const TOKEN_TYPES: Record<LinkPurpose, string> = {
  magic_link: 'multi_tenant_magic_links',
  email_update: 'multi_tenant_magic_links',
  discovery: 'discovery',
  oauth: 'oauth',
  discovery_oauth: 'discovery_oauth',
  sso: 'sso',
  password_reset: 'multi_tenant_passwords',
  discovery_password_reset: 'discovery',
  impersonation: 'multi_tenant_impersonation',
};

const REFUSALS: Record<LinkPurpose, ErrorType> = {
  magic_link: 'unable_to_auth_magic_link',
  email_update: 'unable_to_auth_magic_link',
  discovery: 'unable_to_auth_magic_link',
  oauth: 'oauth_token_not_found',
  discovery_oauth: 'oauth_token_not_found',
  sso: 'sso_token_not_found',
  password_reset: 'unable_to_auth_password_reset_token',
  discovery_password_reset: 'unable_to_auth_password_reset_token',
  impersonation: 'unable_to_auth_impersonation_token',
};

/** How long a link lives, in minutes, unless the request says otherwise. */
export const LINK_MINUTES = 60;

/** Makes the one valid token for this purpose, address and organization. */
export function issueLink(world: World, link: Omit<Link, 'expires' | 'used'>, minutes: number = LINK_MINUTES): string {
  for (const [token, older] of world.links) {
    const same = older.purpose === link.purpose && older.organization_id === link.organization_id;
    if (same && older.email_address === link.email_address) world.links.delete(token);
  }
  const token = newToken();
  world.links.set(token, { ...link, expires: world.now() + minutes * 60_000, used: false });
  return token;
}

/** Uses up a token that serves one of the purposes, or refuses in the words of the first. */
export async function redeemLink(
  world: World,
  token: string,
  purposes: readonly [LinkPurpose, ...LinkPurpose[]],
  code_verifier: string | undefined,
): Promise<Link> {
  const known = alive(world, token, purposes);
  await checkVerifier(known.code_challenge, code_verifier);
  const link = alive(world, token, purposes); // once more, because another request may have come in between
  link.used = true;
  return link;
}

/** The link behind a token that was not used yet, whose time is not up, and which serves one of the purposes. */
function alive(world: World, token: string, purposes: readonly [LinkPurpose, ...LinkPurpose[]]): Link {
  const link = world.links.get(token);
  if (link && !link.used && world.now() < link.expires && purposes.includes(link.purpose)) return link;
  throw new ApiError(REFUSALS[purposes[0]]);
}

/** The redirect that carries a token back to the page. */
export function landingUrl(redirect: string, purpose: LinkPurpose, token: string, more: Record<string, string> = {}) {
  const url = new URL(redirect);
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  url.searchParams.set('stytch_token_type', TOKEN_TYPES[purpose]);
  url.searchParams.set('token', token);
  return url.href;
}
