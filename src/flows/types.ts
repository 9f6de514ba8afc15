import type {
  DiscoveredOrganization,
  Member,
  MemberSession,
  MfaRequired,
  Organization,
} from '@stytch/vanilla-js/b2b/headless';
import type { StytchElementsError } from './errors.js';

export type { DiscoveredOrganization, Member, MemberSession, MfaRequired, Organization };

/** What the page may show: nothing known yet, nobody, somebody half-way, somebody, or why nothing works. */
export type Status = 'loading' | 'signed-out' | 'pending' | 'signed-in' | 'error';

/** Authentication that Stytch has begun and not finished; it holds ids and public objects, never a token. */
export type Pending = PendingMfa | PendingPrimary | PendingDiscovery;

/** A second factor is owed. `expiresAt` is an ISO 8601 time: the end of the intermediate session. */
export interface PendingMfa {
  readonly kind: 'mfa';
  readonly organization: Organization;
  readonly member: Member;
  readonly mfaRequired: MfaRequired;
  readonly expiresAt: string;
  readonly canCancel: boolean;
}

/** Another primary factor is owed: one of `allowedAuthMethods`, named as Stytch names them. */
export interface PendingPrimary {
  readonly kind: 'primary';
  readonly organization: Organization;
  readonly member: Member | null;
  readonly allowedAuthMethods: string[];
  readonly expiresAt: string;
  readonly canCancel: boolean;
}

/** An e-mail address is proved and an organization is still to be chosen. */
export interface PendingDiscovery {
  readonly kind: 'discovery';
  readonly email: string;
  readonly organizations: DiscoveredOrganization[];
  readonly expiresAt: string;
}

/** Everything an element or an application shows, in one immutable object. */
export interface Snapshot {
  readonly status: Status;
  /** False on a server and until the SDK is there. */
  readonly isInitialized: boolean;
  /** True while the cached session is being verified again. */
  readonly fromCache: boolean;
  /** False while the API cannot be reached. */
  readonly online: boolean;
  readonly session: MemberSession | null;
  readonly member: Member | null;
  readonly organization: Organization | null;
  /** Non-null exactly when `status` is `pending`. */
  readonly pending: Pending | null;
  readonly error: StytchElementsError | null;
}

/** Why a snapshot changed. */
export type Reason = 'load' | 'refresh' | 'action' | 'other-tab' | 'expired' | 'revoked';
