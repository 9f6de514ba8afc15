import type { Answers, Call, CallName } from '../../src/flows/call.js';
import { StytchElementsError, type ErrorCode } from '../../src/flows/errors.js';
import type { Intent, News, State } from '../../src/flows/flow.js';
import { START, next } from '../../src/flows/next.js';
import type { Organization } from '../../src/flows/types.js';

/** When everything happens, unless a test says otherwise. */
export const NOW = Date.parse('2026-01-02T03:04:05Z');

/** An organization with the fields that the flows read. */
export function organization(id: string, more: Partial<Organization> = {}): Organization {
  const names = { organization_id: id, organization_name: id, organization_slug: id };
  return { ...names, mfa_methods: 'ALL_ALLOWED', sso_active_connections: [], ...more } as Organization;
}

/** Takes one person through the flows: what they ask, and what Stytch answers to the last call. */
export class Walk {
  state: State = START;
  call: Call | undefined;
  now = NOW;

  /** Begins where nobody is signed in. */
  constructor() {
    this.take({ type: 'found', signed: null, verified: true, reason: 'load' });
  }

  get place() {
    const { auth } = this.state;
    return auth.status === 'pending' ? auth.place : 'entry' in auth ? auth.entry?.place : undefined;
  }

  get pending() {
    const { auth } = this.state;
    return auth.status === 'pending' ? auth.pending : undefined;
  }

  take(event: Intent | News): this {
    const [state, call] = next(this.state, { ...event, now: this.now });
    this.state = state;
    this.call = call;
    return this;
  }

  answer<K extends CallName>(to: K, value: Answers[K]): this {
    return this.take({ type: 'answered', turn: this.state.turn, late: false, to, value } as never);
  }

  fail(to: CallName, code: ErrorCode): this {
    return this.take({ type: 'failed', turn: this.state.turn, to, error: new StytchElementsError(code) });
  }
}
