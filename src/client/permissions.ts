import type { MemberSession } from '../flows/types.js';
import { withDeadline } from './deadline.js';
import type { Client } from './options.js';

/** What the project's RBAC policy permits, as Stytch's SDK judges by the policy that it keeps and loads. */
export class Permissions {
  readonly #load: () => Promise<Client>;
  readonly #changed: () => void;
  #client: Client | undefined;
  #isAsked = false;
  #isKnown = false;

  /** `load` brings the SDK; `changed` is called when more is known than before. */
  constructor(load: () => Promise<Client>, changed: () => void) {
    this.#load = load;
    this.#changed = changed;
  }

  /** Undefined while there is no policy, and while the SDK has gone on to another session than the one shown. */
  permits({ member_session_id }: MemberSession, resource: string, action: string): boolean | undefined {
    if (!this.#isAsked) void this.#ask();
    if (this.#client?.session.getSync()?.member_session_id !== member_session_id) return undefined;
    return this.#client.rbac.isAuthorizedSync(resource, action) || (this.#isKnown ? false : undefined);
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
    const policy = this.#client.rbac.allPermissions().catch(() => undefined);
    await withDeadline(policy).catch(() => void policy.then(this.#changed));
    this.#isKnown = true;
    this.#changed();
  }
}
