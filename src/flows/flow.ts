import type { Answers, Authentication, Call, CallName, Home, MfaMethod, Registration } from './call.js';
import type { StytchElementsError } from './errors.js';
import type { Member, MemberSession, Organization, Pending, Reason } from './types.js';

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
  | { readonly at: 'primary' }
  | { readonly at: 'discovery' };

/** Somebody half-way. */
export interface Owing<P extends Place = Place> {
  readonly status: 'pending';
  readonly pending: Pending;
  readonly home: Home | null;
  readonly place: P;
}

export type Auth =
  { readonly status: 'loading' | 'signed-out' | 'error' } | ({ readonly status: 'signed-in' } & Signed) | Owing;

/** What a person, or the page for them, asks for. */
export type Intent =
  | { readonly type: 'switch'; readonly organization_id: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'logout'; readonly forceClear: boolean }
  | { readonly type: 'refresh' }
  | { readonly type: 'extend'; readonly minutes: number }
  | { readonly type: 'hydrate'; readonly session_token: string; readonly session_jwt: string | undefined }
  | { readonly type: 'authenticate-by-url' }
  | { readonly type: 'accept'; readonly value: Authentication }
  | { readonly type: 'submit-code'; readonly secret: string }
  | { readonly type: 'submit-recovery-code'; readonly secret: string }
  | { readonly type: 'submit-phone'; readonly phone: string }
  | { readonly type: 'choose-method'; readonly method: MfaMethod }
  | { readonly type: 'choose-recovery' }
  | { readonly type: 'resend-code' }
  | { readonly type: 'back' }
  | { readonly type: 'retry' }
  | { readonly type: 'codes-saved' };

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
      readonly place: Place;
    }
  /** A half-finished authentication is no more: given up in another tab, or its intermediate session is gone. */
  | { readonly type: 'abandoned' }
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

/** An event of a flow; `now` is milliseconds since 1970. */
export type FlowEvent = (Intent | News) & { readonly now: number };

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
