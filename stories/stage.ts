import { html, type TemplateResult } from 'lit';
import { TOTP } from 'otpauth';
import { type Fault, emulateInPage, type PageEmulator, type PageOptions } from '../emulator/index.js';
import { storeFor } from '../src/client/store-for.js';
import type { Options } from '../src/client/options.js';
import type { AuthStore } from '../src/client/store.js';
import type { Intent } from '../src/flows/flow.js';
import type { Snapshot } from '../src/flows/types.js';
import '../src/define/provider.js';

/** Who is signed in when the curtain rises: a seeded e-mail address and the name of an organization. */
export interface Role {
  readonly email?: string;
  readonly organization?: string;
  readonly minutes?: number;
}

/** A world of its own in the page, the store that talks to it, and a place to put elements. */
export interface Stage {
  readonly world: PageEmulator;
  readonly store: AuthStore;
  /** Puts a template inside a provider of this world. */
  within(content: unknown): TemplateResult;
  /** The identifier of a seeded organization. */
  id(organization: string): string;
  /** The code of the last text or e-mail. */
  lastCode(): string;
  /** Waits until the snapshot is as asked. */
  until(holds: (snapshot: Snapshot) => boolean): Promise<Snapshot>;
  /** Sends intents one after the other; what goes wrong is left in the snapshot. */
  reach(...intents: readonly Intent[]): Promise<void>;
  /** Takes the world and its cookies away. */
  strike(): void;
}

/** The code that an authenticator app shows for a secret now. */
export function totpCode(secret: string, at = Date.now()): string {
  return new TOTP({ secret }).generate({ timestamp: at });
}

/**
 * A world with somebody signed in as a back end would have done it (cookies), or nobody. Each world has cookie names
 * of its own, bound to this page's path, so that a page of many worlds does not send them all with every request.
 */
export async function stage(
  role: Role | null = {},
  worldOptions: PageOptions = {},
  faults: readonly Fault[] = [],
): Promise<Stage> {
  const made = set(role, worldOptions);
  await made.signIn();
  made.world.faults(faults);
  const store = storeFor(made.options);
  const on: Stage = {
    ...made,
    store,
    within: (content) => html`
      <stytch-provider public-token=${made.options.publicToken} .cookieOptions=${made.options.cookieOptions}>
        ${content}
      </stytch-provider>
    `,
    until: (holds) => until(store, holds),
    reach: async (...intents) => {
      for (const intent of intents) await store.send(intent).catch(() => undefined);
    },
  };
  if (faults.length === 0) await on.until(({ status, fromCache }) => status !== 'loading' && !fromCache);
  return on;
}

/** A world before any store or element knows it: for what happens on the way to the first frame. */
export function set(role: Role | null = {}, worldOptions: PageOptions = {}) {
  const world = emulateInPage(worldOptions);
  const suffix = world.publicToken.slice(-12);
  const path = location.pathname;
  const names = { opaqueTokenCookieName: `s-${suffix}`, jwtCookieName: `j-${suffix}`, istCookieName: `i-${suffix}` };
  const options = { publicToken: world.publicToken, cookieOptions: { ...names, path } } satisfies Options;
  return {
    world,
    options,
    signIn: async () => {
      if (!role) return;
      const { email = 'ada@example.com', organization = 'Acme', minutes } = role;
      const tokens = await world.session(email, organization, minutes);
      document.cookie = `${names.opaqueTokenCookieName}=${tokens.session_token}; path=${path}; SameSite=Lax`;
      document.cookie = `${names.jwtCookieName}=${tokens.session_jwt}; path=${path}; SameSite=Lax`;
    },
    id: (organization: string) => world.world.directory.organizationNamed(organization)!.organization_id,
    lastCode: () => world.outbox().at(-1)!.code!,
    strike: () => {
      world.dispose();
      for (const name of Object.values(names)) document.cookie = `${name}=; path=${path}; max-age=0`;
    },
  };
}

function until(store: AuthStore, holds: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
  return new Promise((resolve) => {
    const stop = store.subscribe((snapshot) => {
      if (!holds(snapshot)) return;
      setTimeout(() => stop());
      resolve(snapshot);
    });
  });
}
