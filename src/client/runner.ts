import type { Call } from '../flows/call.js';
import type { Intent, News } from '../flows/flow.js';
import { type Desk, carryOut } from './calls.js';
import { withDeadline } from './deadline.js';
import type { Options } from './options.js';
import { toProblem } from './problem.js';

const PATIENT: ReadonlySet<Intent['type']> = new Set([
  'refresh',
  'extend',
  'redeem',
  'set-password',
  'begin',
  'step-up',
  'enroll',
  'remove-factor',
  'set-default',
  'show-codes',
  'rotate-codes',
]);

/** Whether something waits for the call under way, instead of coming before it or being a double click. */
export function isPatient({ type }: Intent): boolean {
  return PATIENT.has(type);
}

interface Owner {
  readonly options: Options;
  /** What calls are carried out with; rejects when the SDK cannot be had. */
  desk(): Promise<Desk>;
  /** The number of the newest call. */
  turn(): number;
  /** Takes what a call has brought. */
  settle(news: News): void;
}

/**
 * Carries calls out one at a time, each with a deadline, so that two of them never race for the cookies. A log-out
 * waits for nobody. An answer after its deadline, or after a newer call has gone out, is handed on as `late`.
 */
export class Runner {
  readonly #owner: Owner;
  #tail: Promise<unknown> = Promise.resolve();
  #before: Promise<unknown> = Promise.resolve();
  #sent = 0;
  #underWay = 0;

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  /** True while the SDK may be changing its state for us: what it says then is no news. */
  get busy(): boolean {
    return this.#underWay > 0;
  }

  /** Resolves when what has been asked so far is done. */
  get idle(): Promise<unknown> {
    return this.#tail;
  }

  /** Nobody waits for the last call any more, which does not touch the cookies: the next one need not, either. */
  leave(): void {
    this.#tail = this.#before;
  }

  /** Resolves with the answer (with nothing when a newer call came first); rejects with a typed error. */
  run(call: Call, turn: number): Promise<unknown> {
    const before = call.call === 'revoke' ? Promise.resolve() : this.#tail;
    const done = before.then(() => (turn === this.#owner.turn() ? this.#perform(call, turn) : undefined));
    [this.#before, this.#tail] = [this.#tail, done.catch(() => undefined)];
    return done;
  }

  async #perform(call: Call, turn: number): Promise<unknown> {
    const to = call.call;
    this.#sent = Math.max(this.#sent, turn);
    const settle = (value: unknown, late: boolean) =>
      this.#owner.settle({ type: 'answered', turn, late, to, value } as News);
    try {
      const value = await this.#awaited(call, (late) => settle(late, true));
      settle(value, this.#sent > turn);
      return value;
    } catch (thrown) {
      const error = toProblem(thrown, to);
      this.#owner.settle({ type: 'failed', turn, to, error });
      throw error;
    }
  }

  /** The answer within the deadline; what comes after it goes to `late`. */
  async #awaited(call: Call, late: (value: unknown) => void): Promise<unknown> {
    this.#underWay += 1;
    const answer = carryOut(call, this.#owner.options, this.#owner.desk());
    try {
      return await withDeadline(answer);
    } catch (thrown) {
      answer.then(late).catch(() => undefined);
      throw thrown;
    } finally {
      this.#underWay -= 1;
    }
  }
}
