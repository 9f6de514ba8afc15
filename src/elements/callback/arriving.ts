import type { Ticket } from '../../flows/call.js';
import type { StytchElementsError } from '../../flows/errors.js';

/** Where somebody is whom a link or a redirect has brought. A ticket lives here, in memory only. */
export type Arriving =
  /** Nobody has come. */
  | { readonly at: 'idle' }
  | { readonly at: 'working' }
  /** Using the ticket would cost the session that is there. */
  | { readonly at: 'asking'; readonly ticket: Ticket }
  | { readonly at: 'new-password'; readonly ticket: Ticket }
  /** Something else is owed, which other elements show. */
  | { readonly at: 'next' }
  | {
      readonly at: 'failed';
      readonly why: Failure;
      /** What can be tried again. */
      readonly ticket?: Ticket | undefined;
      /** Whether it came from a provider, and not by mail. */
      readonly isSignOn?: boolean;
    }
  | { readonly at: 'done' };

/** An error; or the person has given up; or a reload has lost the ticket. */
export type Failure = StytchElementsError | 'given-up' | 'interrupted';
