import type { DiscoveredOrganization, Member, MemberSession, MfaRequired, Organization } from './types.js';

export type MfaMethod = 'totp' | 'sms_otp';

/** The session a person came from, and returns to when they cancel. */
export interface Home {
  readonly organization_id: string;
  readonly organization_name: string;
  readonly member_session_id: string;
}

/** What Stytch answers to whoever proves something: a session, or what is still owed. No tokens. */
export interface Authentication {
  readonly member_session: MemberSession | null;
  readonly member?: Member | null;
  readonly organization?: Organization | null;
  readonly mfa_required?: MfaRequired | null;
  readonly primary_required?: { readonly allowed_auth_methods: string[] } | null;
  readonly discovered_organizations?: DiscoveredOrganization[];
  readonly email_address?: string;
}

/** A new authenticator app, before its first code. Secret: lives in memory only. */
export interface Registration {
  readonly secret: string;
  readonly recovery_codes: readonly string[];
}

/** An organization as somebody who is not in it may know it; what is known of it besides its identifier. */
export type OrganizationMatch = Pick<Organization, 'organization_id'> &
  Partial<
    Pick<
      Organization,
      | 'organization_name'
      | 'organization_slug'
      | 'organization_logo_url'
      | 'sso_active_connections'
      | 'sso_default_connection_id'
      | 'auth_methods'
      | 'allowed_auth_methods'
    >
  >;

/** An identity provider that somebody may sign on with. */
export interface Connection {
  readonly connection_id: string;
  readonly display_name: string;
}

/** The providers of OAuth, as Stytch names them among the methods. */
export type OAuthMethod = 'google_oauth' | 'microsoft_oauth' | 'github_oauth' | 'hubspot_oauth' | 'slack_oauth';

/** The kinds of token that a link or a redirect brings; `stytch_token_type` of the URL. */
export type TokenType =
  | 'discovery'
  | 'discovery_oauth'
  | 'oauth'
  | 'sso'
  | 'multi_tenant_magic_links'
  | 'multi_tenant_impersonation'
  | 'multi_tenant_passwords';

/** What a link or a redirect has brought. Secret: lives in memory only. */
export interface Ticket {
  readonly type: TokenType;
  readonly token: string;
  /** Whether a new password is to be set with it. */
  readonly resets: boolean;
}

/** The member a factor is asked of. */
export interface Who {
  readonly organization_id: string;
  readonly member_id: string;
}

/** The organization that a first factor is for; null is for discovery, where the organization is chosen afterwards. */
export type Into = string | null;

/** What we ask of Stytch, as data; `client/calls.ts` carries it out. */
export type Call =
  | { readonly call: 'enter'; readonly organization_id: string; readonly home: Home | null }
  | { readonly call: 'restore'; readonly home: Home }
  | { readonly call: 'revoke'; readonly forceClear: boolean }
  | { readonly call: 'authenticate'; readonly minutes?: number | undefined }
  | { readonly call: 'hydrate'; readonly session_token: string; readonly session_jwt: string | undefined }
  | { readonly call: 'redeem'; readonly ticket: Ticket }
  | { readonly call: 'find-organization'; readonly slug: string }
  | { readonly call: 'find-connections'; readonly email: string }
  | { readonly call: 'send-link'; readonly organization_id: Into; readonly email: string }
  | { readonly call: 'send-code'; readonly organization_id: Into; readonly email: string }
  | { readonly call: 'email-code'; readonly organization_id: Into; readonly email: string; readonly secret: string }
  | { readonly call: 'password'; readonly organization_id: Into; readonly email: string; readonly secret: string }
  | { readonly call: 'start-reset'; readonly organization_id: Into; readonly email: string }
  | { readonly call: 'set-password'; readonly ticket: Ticket; readonly secret: string }
  | { readonly call: 'start-oauth'; readonly organization_id: Into; readonly method: OAuthMethod }
  | { readonly call: 'start-sso'; readonly connection_id: string }
  | { readonly call: 'list' }
  | { readonly call: 'join'; readonly organization_id: string }
  | { readonly call: 'create'; readonly name?: string | undefined; readonly slug?: string | undefined }
  | { readonly call: 'send-sms'; readonly who: Who; readonly phone?: string | undefined }
  | { readonly call: 'create-totp'; readonly who: Who }
  | {
      readonly call: 'verify';
      readonly method: MfaMethod;
      readonly who: Who;
      readonly secret: string;
      readonly enrolling: boolean;
    }
  | { readonly call: 'recover'; readonly who: Who; readonly secret: string }
  | { readonly call: 'get-codes' }
  | { readonly call: 'rotate-codes' }
  | { readonly call: 'remove-factor'; readonly method: MfaMethod }
  | { readonly call: 'set-default'; readonly method: MfaMethod };

export type CallName = Call['call'];
export type CallOf<K extends CallName> = Extract<Call, { call: K }>;

/** What each call brings back. */
export interface Answers {
  enter: Authentication;
  restore: Authentication;
  revoke: { readonly confirmed: boolean };
  authenticate: Authentication;
  hydrate: Authentication;
  redeem: Authentication;
  'find-organization': OrganizationMatch | null;
  'find-connections': readonly Connection[];
  'send-link': null;
  'send-code': null;
  'email-code': Authentication;
  password: Authentication;
  'start-reset': null;
  'set-password': Authentication;
  'start-oauth': null;
  'start-sso': null;
  list: { readonly email_address: string; readonly discovered_organizations: DiscoveredOrganization[] };
  join: Authentication;
  create: Authentication;
  'send-sms': null;
  'create-totp': Registration;
  verify: Authentication;
  recover: Authentication;
  'get-codes': readonly string[];
  'rotate-codes': readonly string[];
  'remove-factor': null;
  'set-default': null;
}
