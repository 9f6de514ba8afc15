import type { DiscoveredOrganization } from '../flows/types.js';
import { withDeadline } from './deadline.js';
import type { Client } from './options.js';
import { toProblem } from './problem.js';

/** What Stytch says of a password, by the project's policy. */
export type Strength = Awaited<ReturnType<Client['passwords']['strengthCheck']>>;

/** What is asked of Stytch that changes nothing; each rejects with a typed error. */
export class Reads {
  readonly #client: () => Promise<Client>;

  constructor(client: () => Promise<Client>) {
    this.#client = client;
  }

  /** The organizations of whoever is signed in. */
  async organizations(): Promise<DiscoveredOrganization[]> {
    return (await this.#read((client) => client.discovery.organizations.list())).discovered_organizations;
  }

  async strengthOf(password: string, email?: string): Promise<Strength> {
    const asked = { password, ...(email && { email_address: email }) };
    return this.#read((client) => client.passwords.strengthCheck(asked));
  }

  async #read<T>(ask: (client: Client) => Promise<T>): Promise<T> {
    try {
      return await withDeadline(ask(await this.#client()));
    } catch (thrown) {
      throw toProblem(thrown);
    }
  }
}
