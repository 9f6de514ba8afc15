import type { Call } from '../flows/call.js';
import type { News } from '../flows/flow.js';
import { calls, type Desk } from './calls.js';
import { withDeadline } from './deadline.js';
import { toProblem } from './problem.js';

interface Owner {
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
  #sent = 0;
  #underWay = 0;

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  /** True while the SDK may be changing its state for us: what it says then is no news. */
  get busy(): boolean {
    return this.#underWay > 0;
  }

  /** Resolves with the answer (with nothing when a newer call came first); rejects with a typed error. */
  run(call: Call, turn: number): Promise<unknown> {
    const before = call.call === 'revoke' ? Promise.resolve() : this.#tail;
    const done = before.then(() => (turn === this.#owner.turn() ? this.#perform(call, turn) : undefined));
    this.#tail = done.catch(() => undefined);
    return done;
  }

  async #perform(call: Call, turn: number): Promise<unknown> {
    const to = call.call;
    this.#sent = Math.max(this.#sent, turn);
    this.#underWay += 1;
    try {
      const perform = calls[to] as (desk: Desk, call: Call) => Promise<unknown>;
      const answer = this.#owner.desk().then((desk) => perform(desk, call));
      const settle = (value: unknown, late: boolean) =>
        this.#owner.settle({ type: 'answered', turn, late, to, value } as News);
      const value = await withDeadline(answer).catch((thrown: unknown) => {
        answer.then((late) => settle(late, true)).catch(() => undefined);
        throw thrown;
      });
      this.#underWay -= 1;
      settle(value, this.#sent > turn);
      return value;
    } catch (thrown) {
      const error = toProblem(thrown, to);
      this.#underWay -= 1;
      this.#owner.settle({ type: 'failed', turn, to, error });
      throw error;
    }
  }
}
