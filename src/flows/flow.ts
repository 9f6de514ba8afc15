import type {
  Answers,
  Authentication,
  Call,
  CallName,
  Home,
  MfaMethod,
  OAuthMethod,
  Registration,
  Ticket,
} from './call.js';
import type { StytchElementsError } from './errors.js';
import type { Entry, Proof } from './proof.js';
import type { Moment } from './skew.js';
import type { Member, MemberSession, Organization, Pending, PendingDiscovery, Reason } from './types.js';

/** Somebody with a session. */
export interface Signed {
  readonly session: MemberSession;
  readonly member: Member;
  readonly organization: Organization;
}

/** A code is asked for; `sentAt` is when the last text went out, in milliseconds since 1970. */
export interface CodePlace {
  readonly at: 'code';
  readonly method: MfaMethod;
  readonly sentAt: number | null;
  readonly enrolling: boolean;
}

/** Where a person is between asking for an organization and being in it. */
export type Place =
  | CodePlace
  | { readonly at: 'recovery'; readonly from: CodePlace }
  | { readonly at: 'choose' }
  | { readonly at: 'enroll-totp'; readonly registration: Registration | null }
  | { readonly at: 'enroll-phone' }
  | { readonly at: 'save-codes'; readonly codes: readonly string[] | null; readonly signed: Signed }
  | { readonly at: 'expired' }
  | { readonly at: 'return' }
  /** An organization is to be chosen; `isNew` until a person has done so, `isRead` when the list is known. */
  | { readonly at: 'discovery'; readonly isNew: boolean; readonly isRead: boolean }
  | Proof;

/** Somebody half-way. */
export interface Owing<P extends Place = Place> {
  readonly status: 'pending';
  readonly pending: Pending;
  readonly home: Home | null;
  /** The organizations that this one was chosen from, and another can be. */
  readonly list?: PendingDiscovery | undefined;
  readonly place: P;
}

/** Nobody, or nobody yet: perhaps somebody who is about to log in. */
export interface Outside {
  readonly status: 'loading' | 'signed-out' | 'error';
  readonly entry?: Entry | undefined;
}

/** A proof that is wanted of somebody who is signed in: no older than `maxAge` seconds, of one factor or any. */
export interface Want {
  readonly maxAge: number;
  readonly factor?: MfaMethod | undefined;
  /** Wants a second factor in the session, too, however recent a first one may be. */
  readonly mfa?: boolean | undefined;
}

/** A factor asked for again, or set up because the member wants to (then nothing else is wanted). */
export interface Again {
  readonly want: Want | null;
  readonly place: Place;
}

export interface SignedIn extends Signed {
  readonly status: 'signed-in';
  readonly again?: Again | undefined;
  /** When that was last done, in milliseconds since 1970; Stytch's own times are in seconds. */
  readonly provedAt?: number | undefined;
  /** By which method. */
  readonly provedBy?: string | undefined;
}

export type Auth = Outside | SignedIn | Owing;

/** What a person, or the page for them, asks for. */
export type Intent =
  | { readonly type: 'switch'; readonly organization_id: string }
  | { readonly type: 'logout'; readonly forceClear: boolean }
  /** The session is about to be ended: nobody is shown it until then. */
  | { readonly type: 'close' }
  | { readonly type: 'extend'; readonly minutes: number }
  | { readonly type: 'hydrate'; readonly session_token: string; readonly session_jwt: string | undefined }
  | { readonly type: 'redeem'; readonly ticket: Ticket }
  | { readonly type: 'accept'; readonly value: Authentication }
  | { readonly type: 'submit-code'; readonly secret: string }
  | { readonly type: 'submit-recovery-code'; readonly secret: string }
  | { readonly type: 'submit-phone'; readonly phone: string }
  | { readonly type: 'choose-method'; readonly method: MfaMethod }
  /** A factor is to be proved again, unless that was done recently enough. */
  | ({ readonly type: 'step-up' } & Want)
  /** What a member does with their own second factors. */
  | { readonly type: 'enroll' | 'remove-factor' | 'set-default'; readonly method: MfaMethod }
  /** Log-in to one organization, by slug or by identifier; without either it is to be chosen afterwards. */
  | { readonly type: 'begin'; readonly slug?: string | undefined; readonly organization_id?: string | undefined }
  | { readonly type: 'send-link' | 'send-code'; readonly email: string }
  | { readonly type: 'ask-password' | 'forgot-password' | 'reset-password'; readonly email: string }
  | { readonly type: 'submit-password'; readonly email: string; readonly secret: string }
  | { readonly type: 'set-password'; readonly ticket: Ticket; readonly secret: string }
  | { readonly type: 'start-oauth'; readonly method: OAuthMethod }
  /** With a provider that is named, or the one there is. */
  | { readonly type: 'start-sso'; readonly connection_id?: string | undefined; readonly email?: string | undefined }
  | { readonly type: 'find-sso'; readonly email: string }
  | { readonly type: 'find-organization'; readonly slug: string }
  | { readonly type: 'choose-organization'; readonly organization_id: string }
  | { readonly type: 'create-organization'; readonly name?: string | undefined; readonly slug?: string | undefined }
  /** `choose-again` leads back to the organizations to choose from. */
  | {
      readonly type:
        | 'cancel'
        | 'refresh'
        | 'choose-recovery'
        | 'resend-code'
        | 'back'
        | 'retry'
        | 'codes-saved'
        | 'choose-again'
        | 'show-codes'
        | 'rotate-codes';
    };

/** An answer, to the call of that `turn`; `late` when its deadline had passed before. */
export type Answered = {
  [K in CallName]: {
    readonly type: 'answered';
    readonly turn: number;
    readonly late: boolean;
    readonly to: K;
    readonly value: Answers[K];
  };
}[CallName];

/** What happens to a person besides what they ask for. */
export type News =
  | Answered
  | { readonly type: 'failed'; readonly turn: number; readonly to: CallName; readonly error: StytchElementsError }
  /** What the SDK holds, changed by somebody else than us. */
  | { readonly type: 'found'; readonly signed: Signed | null; readonly verified: boolean; readonly reason: Reason }
  /** A half-finished authentication from before a reload (`ours`), or from another tab. */
  | {
      readonly type: 'resumed';
      readonly ours: boolean;
      readonly pending: Pending;
      readonly home: Home | null;
      readonly list?: PendingDiscovery | undefined;
      readonly place: Place;
    }
  /** Log-in that was begun before a reload. */
  | { readonly type: 'begun'; readonly entry: Entry }
  /** A half-finished authentication is no more: given up in another tab, or its intermediate session is gone. */
  | { readonly type: 'abandoned' }
  /** Others have changed the session unheard: nobody is shown until it is known who is there. */
  | { readonly type: 'missed' }
  /** Time has passed. */
  | { readonly type: 'tick' }
  /** The API has not confirmed the cached session in time, or has at last. */
  | { readonly type: 'unverified' | 'verified' }
  /** There is no client to be had. */
  | { readonly type: 'broken'; readonly error: StytchElementsError };

/** Everything the store knows: who is here, what is under way, what went wrong last. */
export interface State {
  readonly auth: Auth;
  /** Number of the newest call; answers to older ones are stale. */
  readonly turn: number;
  /** The newest call, while it is under way. */
  readonly busy: Call | null;
  readonly problem: StytchElementsError | null;
}

/** An event of a flow, when it happens; `asked` is the call that is answered. */
export type FlowEvent = (Intent | News) & Moment & { readonly asked?: Call | null };

/** Where somebody is next, what to ask Stytch on the way, and what to tell them (else the last problem is forgotten). */
export interface Move {
  readonly auth: Auth;
  readonly call?: Call;
  readonly problem?: StytchElementsError | null;
}

/** What each place makes of an event; nothing means that the event is no concern of the place. */
export type Places = {
  [K in Place['at']]: (owing: Owing<Extract<Place, { at: K }>>, event: FlowEvent) => Move | undefined;
};
