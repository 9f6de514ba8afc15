import { StytchElementsError } from '../../src/flows/errors.js';
import type { Authentication, Call } from '../../src/flows/call.js';
import type { Intent, News, Signed, State } from '../../src/flows/flow.js';
import type { DiscoveredOrganization } from '../../src/flows/types.js';
import { START, next } from '../../src/flows/next.js';

/** How a call ends: with a session, with more asked for, refused, unreachable, or not before its deadline. */
export type Outcome = 'session' | 'mfa' | 'primary' | 'refused' | 'unreachable' | 'silent';

export type Step = { readonly ask: Intent } | { readonly answer: Outcome } | { readonly minutes: number };

const organization = (id: string) =>
  ({ organization_id: id, organization_name: id, mfa_methods: 'ALL_ALLOWED' }) as Signed['organization'];
const member = {
  member_id: 'm',
  totp_registration_id: 't',
  mfa_phone_number_verified: true,
  mfa_phone_number: '+15555550100',
} as Signed['member'];

/** A session as Stytch would make it; `n` tells one from the next. */
export function signed(id: string, n: number, now = 0): Signed {
  const member_session_id = `${id}-${n}`;
  const expires_at = new Date(now + 60 * 60_000).toISOString();
  const session = { member_session_id, organization_id: id, expires_at } as Signed['session'];
  return { session, member, organization: organization(id) };
}

/**
 * The flows between a person and the SDK, both played: the SDK holds one session or none, calls go out one at a time
 * and a log-out at once, and an answer may come after its deadline.
 */
export class Model {
  state: State = START;
  now = 0;
  /** What the SDK holds. */
  held: Signed | null = null;
  /** Whose tokens are in the cookies: put back, they are asked about until somebody has confirmed them. */
  cookies: Signed | null = null;
  /** Whether the person has left on purpose, or the session is over. */
  left = false;
  readonly late: { call: Call; turn: number }[] = [];
  #waiting: { call: Call; turn: number }[] = [];
  #sent = 0;
  #count = 0;

  /** With somebody signed in at home, or nobody. */
  constructor(isSignedIn = true) {
    this.held = this.cookies = isSignedIn ? signed('home', 0) : null;
    this.left = !isSignedIn;
    this.#take({ type: 'found', signed: this.held, verified: true, reason: 'load' });
  }

  get isQuiet(): boolean {
    return this.#waiting.length === 0 && this.late.length === 0;
  }

  /** The session that the SDK holds and the server would take. */
  get valid(): string | null {
    return this.#isOver() ? null : this.held!.session.member_session_id;
  }

  play(step: Step): void {
    if ('ask' in step) this.#ask(step.ask);
    else if ('answer' in step) this.#answer(step.answer);
    else {
      this.now += step.minutes * 60_000;
      const { auth } = this.state;
      const isOver = auth.status === 'signed-in' && this.now >= Date.parse(auth.session.expires_at);
      if (isOver || (this.held && this.#isOver())) this.left = true;
      this.#take({ type: 'tick' });
    }
  }

  /** Lets everything that is under way end well. */
  finish(): void {
    for (let guard = 0; !this.isQuiet && guard < 50; guard += 1) this.#answer('session');
  }

  #ask(intent: Intent): void {
    if (intent.type === 'logout') this.left = true;
    this.#take(intent);
  }

  #take(event: Intent | News): void {
    const [state, call] = next(this.state, { ...event, now: this.now });
    this.state = state;
    if (call) this.#waiting.push({ call, turn: state.turn });
  }

  /** The oldest call is answered; a log-out does not wait for the others, late answers come last. */
  #answer(outcome: Outcome): void {
    this.#waiting = this.#waiting.filter(({ turn }) => turn === this.state.turn || turn <= this.#sent);
    const at = Math.max(
      0,
      this.#waiting.findIndex(({ call }) => call.call === 'revoke'),
    );
    const [entry] = this.#waiting.splice(at, 1);
    if (entry) this.#settle(entry, outcome);
    else if (this.late.length > 0) this.#arriveLate(this.late.shift()!, outcome);
    if (this.#waiting.length === 0) this.#compare();
  }

  #settle(entry: { call: Call; turn: number }, outcome: Outcome): void {
    const { call, turn } = entry;
    this.#sent = Math.max(this.#sent, turn);
    if (outcome === 'silent' || outcome === 'unreachable' || outcome === 'refused') {
      if (outcome === 'silent') this.late.push(entry);
      if (outcome !== 'refused' || call.call === 'enter') this.#putBack(call);
      if (outcome === 'refused' && call.call === 'restore') this.left = true; // by the server: nothing brings it back
      const code = { silent: 'timeout', unreachable: 'offline', refused: 'not-allowed' } as const;
      this.#take({ type: 'failed', turn, to: call.call, error: new StytchElementsError(code[outcome]) } as never);
      return;
    }
    if (call.call === 'authenticate' && this.#isOver()) {
      this.held = this.cookies = null;
      const error = new StytchElementsError('session-ended');
      this.#take({ type: 'failed', turn, to: call.call, error } as never);
      return;
    }
    const value = this.#perform(call, outcome);
    this.#take({ type: 'answered', turn, late: this.#sent > turn, to: call.call, value } as never);
  }

  #isOver(): boolean {
    return !this.held || this.now >= Date.parse(this.held.session.expires_at);
  }

  #arriveLate({ call, turn }: { call: Call; turn: number }, outcome: Outcome): void {
    const value = this.#perform(call, outcome === 'mfa' || outcome === 'primary' ? outcome : 'session');
    this.#take({ type: 'answered', turn, late: true, to: call.call, value } as never);
  }

  /** On the way back, or from there on, the tokens are put in place before the network fails. */
  #putBack(call: Call): void {
    const starts = call.call === 'restore' || (call.call === 'enter' && !this.held);
    if (!starts || !call.home) return;
    this.held = null;
    this.cookies = signed(call.home.organization_id, ++this.#count, this.now);
  }

  /** What the SDK does with a call that is answered, and what it hands on. */
  #perform(call: Call, outcome: 'session' | 'mfa' | 'primary'): unknown {
    if (call.call === 'revoke') {
      this.held = this.cookies = null;
      return { confirmed: true };
    }
    const plain = plainAnswer(call);
    if (plain !== undefined) return plain;
    if (isDiscovery(call)) {
      this.held = this.cookies = null; // as the SDK does, whoever was signed in
      return { member_session: null, ...LIST };
    }
    const owed = MAY_OWE.has(call.call) && outcome !== 'session';
    const id = organizationOf(call);
    this.held = owed
      ? null
      : call.call === 'authenticate' && this.held
        ? this.held
        : signed(id, ++this.#count, this.now);
    this.cookies = this.held;
    return owed ? owing(id, outcome) : { ...this.held, member_session: this.held?.session };
  }

  #compare(): void {
    if (this.state.auth.status === 'signed-in') this.held ??= this.cookies; // confirmed at last
    this.#take({ type: 'found', signed: this.held, verified: true, reason: 'refresh' });
  }
}

const MAY_OWE: ReadonlySet<string> = new Set(['enter', 'join', 'create', 'redeem', 'email-code', 'password']);

/** What a discovery leads to; one of the organizations wants a first factor of its own. */
const LIST = {
  email_address: 'ada@example.com',
  discovered_organizations: ['home', 'globex', 'initech'].map(
    (id) =>
      ({
        organization: organization(id),
        membership: { type: 'active_member', member },
        primary_required: id === 'initech' ? { allowed_auth_methods: ['email_otp'] } : null,
      }) as unknown as DiscoveredOrganization,
  ),
};

/** Answers that change nothing about who is signed in. */
function plainAnswer(call: Call): unknown {
  switch (call.call) {
    case 'send-sms':
    case 'send-link':
    case 'send-code':
    case 'start-reset':
    case 'start-oauth':
    case 'start-sso':
      return null;
    case 'create-totp':
      return { secret: 's', recovery_codes: ['c'] };
    case 'get-codes':
      return ['c'];
    case 'list':
      return LIST;
    case 'find-connections':
      return [];
    case 'find-organization':
      return organization(call.slug);
  }
  return undefined;
}

/** Whether a call proves an address, and leaves the organization to be chosen. */
function isDiscovery(call: Call): boolean {
  if (call.call === 'redeem') return call.ticket.type === 'discovery';
  return (call.call === 'email-code' || call.call === 'password') && call.organization_id === null;
}

function organizationOf(call: Call): string {
  if ('who' in call) return call.who.organization_id;
  if (call.call === 'create') return 'created';
  if ('organization_id' in call) return call.organization_id ?? 'home';
  return call.call === 'restore' ? call.home.organization_id : 'home';
}

function owing(id: string, outcome: 'mfa' | 'primary'): Authentication {
  const primary_required = outcome === 'primary' ? { allowed_auth_methods: ['sso'] } : null;
  return { member_session: null, member, organization: organization(id), primary_required, mfa_required: null };
}
