import type { OAuthMethod, OrganizationMatch } from '../../flows/call.js';
import type { Intent } from '../../flows/flow.js';

const EMAIL = ['magic_link', 'email_otp', 'password'] as const;
const OAUTH = ['google_oauth', 'microsoft_oauth', 'github_oauth', 'hubspot_oauth', 'slack_oauth'] as const;

/** Methods that begin with an e-mail address. */
export type EmailMethod = (typeof EMAIL)[number];

/** Methods that leave the page for somebody else's. */
export type AwayMethod = OAuthMethod | 'sso';
export type Method = EmailMethod | AwayMethod;

export function isEmail(method: Method): method is EmailMethod {
  return (EMAIL as readonly Method[]).includes(method);
}

export function isAway(method: Method): method is AwayMethod {
  return !isEmail(method);
}

/** The providers of OAuth; an organization's own identity provider is not one of them. */
export function isProvider(method: Method): method is OAuthMethod {
  return isAway(method) && method !== 'sso';
}

/** The methods among `names` that we know, as far as `organization` allows them. Nothing is known of null: all count. */
export function usable(names: readonly string[], organization: OrganizationMatch | null): readonly Method[] {
  const known: readonly string[] = [...EMAIL, ...OAUTH, 'sso'];
  const { auth_methods, sso_active_connections } = organization ?? {};
  const allowed: readonly string[] = organization?.allowed_auth_methods ?? [];
  const closed = (name: string) =>
    (auth_methods === 'RESTRICTED' && !allowed.includes(name)) ||
    (name === 'sso' && sso_active_connections?.length === 0);
  return [...new Set(names)].filter((name): name is Method => known.includes(name) && !closed(name));
}

/** The same, with what somebody used the last time first. */
export function lastFirst(methods: readonly Method[], last: string | null): readonly Method[] {
  return methods.toSorted((one, other) => Number(other === last) - Number(one === last));
}

/** The step that a method begins with. */
export function startOf(method: Method, email: string): Intent {
  switch (method) {
    case 'magic_link':
      return { type: 'send-link', email };
    case 'email_otp':
      return { type: 'send-code', email };
    case 'password':
      return { type: 'ask-password', email };
    case 'sso':
      return { type: 'start-sso', email };
  }
  return { type: 'start-oauth', method };
}
