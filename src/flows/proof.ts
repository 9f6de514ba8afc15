import type { Connection, OrganizationMatch } from './call.js';

/** Where a first factor is proved; the same for who logs in and for whom an organization asks again. */
export type Proof =
  /** A method is to be chosen, an address or a password given. */
  | { readonly at: 'methods' }
  /** A link is on its way by e-mail; `sentAt` in milliseconds since 1970. */
  | {
      readonly at: 'sent';
      readonly what: 'magic_link' | 'password_reset';
      readonly email: string;
      readonly sentAt: number;
    }
  | { readonly at: 'email-code'; readonly email: string; readonly sentAt: number }
  | { readonly at: 'password'; readonly email: string }
  /** A new password is to be asked for. */
  | { readonly at: 'forgot'; readonly email: string }
  /** The identity provider of an address is to be found. */
  | { readonly at: 'find-sso'; readonly email: string }
  | { readonly at: 'connections'; readonly connections: readonly Connection[] }
  /** An organization is to be named: by somebody whose address leads to no provider, or where none was found. */
  | { readonly at: 'find-organization'; readonly slug: string; readonly forSso: boolean };

/** Log-in that somebody has begun; `organization` is null in discovery, where it is chosen afterwards. */
export interface Entry {
  readonly organization: OrganizationMatch | null;
  readonly place: Proof;
}
