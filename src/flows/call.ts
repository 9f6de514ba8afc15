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

/** The member a factor is asked of. */
export interface Who {
  readonly organization_id: string;
  readonly member_id: string;
}

/** What we ask of Stytch, as data; `client/calls.ts` carries it out. */
export type Call =
  | { readonly call: 'enter'; readonly organization_id: string; readonly home: Home | null }
  | { readonly call: 'restore'; readonly home: Home }
  | { readonly call: 'revoke'; readonly forceClear: boolean }
  | { readonly call: 'authenticate'; readonly minutes?: number | undefined }
  | { readonly call: 'hydrate'; readonly session_token: string; readonly session_jwt: string | undefined }
  | { readonly call: 'by-url' }
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
  | { readonly call: 'get-codes' };

export type CallName = Call['call'];
export type CallOf<K extends CallName> = Extract<Call, { call: K }>;

/** What each call brings back. */
export interface Answers {
  enter: Authentication;
  restore: Authentication;
  revoke: { readonly confirmed: boolean };
  authenticate: Authentication;
  hydrate: Authentication;
  'by-url': Authentication | null;
  'send-sms': null;
  'create-totp': Registration;
  verify: Authentication;
  recover: Authentication;
  'get-codes': readonly string[];
}
