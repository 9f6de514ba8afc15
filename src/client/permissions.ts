import type { Permitted } from '../flows/requirement.js';
import type { MemberSession } from '../flows/types.js';
import { withDeadline } from './deadline.js';
import type { Client } from './options.js';
import type { Policy } from './policy.js';
import { Timer } from './timer.js';

/** Milliseconds until a policy that could not be had is asked for again. */
const AGAIN = 30_000;

/** What the project's RBAC policy permits, as Stytch's SDK judges by the policy that it keeps and loads. */
export class Permissions {
  readonly #load: () => Promise<Client>;
  readonly #changed: () => void;
  #client: Client | undefined;
  #isAsked = false;
  /** What is answered where the SDK permits nothing. */
  #otherwise: Exclude<Permitted, true>;
  /** The policy that was asked for again. */
  #policy: Policy | undefined;
  /** When a policy that could not be had is asked for again, in milliseconds since 1970. */
  #due: number | undefined;
  readonly #again = new Timer(() => this.retry());
  #isOn = false;

  /** `load` brings the SDK; `changed` is called when more is known than before. */
  constructor(load: () => Promise<Client>, changed: () => void) {
    this.#load = load;
    this.#changed = changed;
  }

  /**
   * Undefined while there is no policy, and while the SDK has gone on to another session than the one shown. `error`
   * where it could not be had; it is asked for again by itself, and by `retry`.
   */
  permits(session: MemberSession, resource: string, action: string): Permitted {
    if (!this.#isAsked) void this.#ask();
    if (this.#client?.session.getSync()?.member_session_id !== session.member_session_id) return undefined;
    if (this.#client.rbac.isAuthorizedSync(resource, action)) return true;
    return this.#policy ? this.#policy(session, resource, action) : this.#otherwise;
  }

  /** Asks once more for a policy that could not be had. */
  readonly retry = (): void => {
    if (this.#due === undefined) return;
    this.#due = undefined;
    this.attend(this.#isOn);
    void this.#askAgain(this.#client!);
  };

  /** Whether anybody uses it: only then something ticks or listens. */
  attend(isThere: boolean): void {
    this.#isOn = isThere;
    this.#again.clear();
    removeEventListener('online', this.retry);
    if (!isThere || this.#due === undefined) return;
    this.#again.set(Math.max(0, this.#due - Date.now()));
    addEventListener('online', this.retry);
  }

  /** Waits for the policy. What does not come permits nothing; should it come late, it counts all the same. */
  async #ask(): Promise<void> {
    this.#isAsked = true;
    try {
      this.#client = await this.#load();
    } catch {
      this.#isAsked = false; // the snapshot says so; whoever looks again asks again
      return;
    }
    this.#changed();
    const policy = this.#client.rbac.allPermissions();
    const take = (all: object) => this.#settle(Object.keys(all).length > 0); // the SDK takes none for an empty one
    await withDeadline(policy).then(take, () => this.#settle(false));
    policy.then(take).catch(() => undefined);
  }

  async #askAgain(client: Client): Promise<void> {
    try {
      const { readPolicy } = await import('./policy.js');
      this.#policy = await readPolicy(client);
      this.#settle(true);
    } catch {
      this.#settle(false);
    }
  }

  #settle(isKnown: boolean): void {
    if (this.#otherwise === false || (!isKnown && this.#due !== undefined)) return;
    this.#otherwise = isKnown ? false : 'error';
    this.#due = isKnown ? undefined : Date.now() + AGAIN;
    this.attend(this.#isOn);
    this.#changed();
  }
}
