import type { ReactiveElement } from 'lit';
import { alone } from '../../client/alone.js';
import type { Presence } from '../../client/presence.js';
import type { AuthStore } from '../../client/store.js';
import { announce } from '../../controllers/events.js';
import type { Authentication } from '../../flows/call.js';
import { StytchElementsError } from '../../flows/errors.js';

/** Milliseconds to the second try; each one after that takes twice as long, up to the longest. */
const FIRST = 2_000;
const LONGEST = 300_000;

/** Milliseconds to wait where another tab is at it. */
const OTHER = 1_000;

/** Has the session extended, by one tab at a time; after a failure it waits, longer each time. */
export class Extension {
  /** The member has asked to stay, and is not answered yet. */
  isAsked = false;
  /** When it may be tried again, in milliseconds since 1970. */
  notBefore = 0;
  problem: StytchElementsError | undefined;
  readonly #host: ReactiveElement;
  #failures = 0;
  #isUnderWay = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** At once, whatever has failed before. */
  ask(): void {
    this.isAsked = true;
    this.notBefore = 0;
    this.#failures = 0;
    this.problem = navigator.onLine ? undefined : new StytchElementsError('offline');
  }

  /** There is nothing to extend any more. */
  forget(): void {
    this.isAsked = false;
    this.notBefore = 0;
    this.problem = undefined;
    this.#failures = 0;
  }

  /** `minutes` is asked again once no other tab can be at it: 0 when one has just done so. */
  async go(store: AuthStore, presence: Presence, minutes: () => number): Promise<void> {
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    const extend = async () => {
      const wanted = minutes();
      if (wanted > 0) await this.#extend(store, presence, wanted);
    };
    const isDone = await alone(`${store.options.publicToken}:extend`, extend).catch(() => false); // a page that is leaving
    if (!isDone) this.notBefore = Date.now() + OTHER;
    this.#isUnderWay = false;
    this.#host.requestUpdate();
  }

  async #extend(store: AuthStore, presence: Presence, minutes: number): Promise<void> {
    const { extendedAt } = presence.facts;
    const before = store.getSnapshot().session?.expires_at;
    presence.note({ extendedAt: Date.now() }); // before the answer, for tabs that know no locks
    try {
      const answer = (await store.send({ type: 'extend', minutes })) as Authentication | undefined;
      const session = answer?.member_session;
      this.forget();
      if (!session) return; // something newer was asked for meanwhile
      if (session.expires_at === before) return this.#fail(new StytchElementsError('not-allowed')); // as for impersonators
      announce(this.#host, 'stytch-session-extended', { expiresAt: session.expires_at });
    } catch (error) {
      presence.note({ extendedAt });
      this.#fail(error as StytchElementsError);
    }
  }

  #fail(problem: StytchElementsError): void {
    const wait = problem.retryable ? Math.min(FIRST * 2 ** this.#failures, LONGEST) : LONGEST;
    this.#failures += 1;
    this.notBefore = Date.now() + wait;
    this.problem = problem;
    announce(this.#host, 'stytch-error', { error: problem });
  }
}
