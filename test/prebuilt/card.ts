import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { test as base, type Page } from '@playwright/test';
import type { StytchB2BClient } from '@stytch/vanilla-js/b2b/headless';
import { startEmulator, type StartedEmulator } from '../../emulator/index.js';

const script = readFileSync('node_modules/@stytch/vanilla-js/dist/iife/b2b/index.js'); // as published for script tags

/** How Stytch's card is set up; products by their names in `B2BProducts`. */
export interface CardOptions {
  products: string[];
  organizationSlug?: string;
  config?: object;
  /** More options of the client. */
  client?: object;
}

/** Stytch's own, unmodified log-in card on a page, and the emulator it talks to. */
export class Card {
  constructor(
    readonly emulator: StartedEmulator,
    readonly page: Page,
    readonly url: string,
  ) {}

  /** Opens a page with Stytch's client and no card. */
  openClient(client: object = {}): Promise<void> {
    return this.open({ products: [], client });
  }

  /** Opens the card; options survive the redirects of a flow. */
  async open(options: CardOptions): Promise<void> {
    const { url: api, publicToken } = this.emulator;
    await this.page.addInitScript((setup) => Object.assign(globalThis, { setup }), { api, publicToken, ...options });
    await this.page.goto(this.url);
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Types the newest code, or the given one, into the six boxes. */
  async enterCode(code = this.emulator.outbox().at(-1)?.code ?? ''): Promise<void> {
    const boxes = this.page.getByLabel('One-time passcode');
    await boxes.fill(''); // the boxes submit when the last one is filled, so they must not be full before
    await boxes.fill(code);
  }

  async enterEmail(address: string): Promise<void> {
    await this.page.getByLabel('Email', { exact: true }).fill(address);
  }

  /** Lets the page's client do something, and returns what it says, or the error it throws. */
  ask<T>(work: (client: StytchB2BClient, given: T) => unknown, given: T): Promise<unknown> {
    const body = `(given) => (${work.toString()})(globalThis.client, given).catch(({ name, error_type }) => ({ name, error_type }))`;
    return this.page.evaluate(`(${body})(${JSON.stringify(given)})`);
  }

  /** Opens the link of the newest mail. */
  async followMail(): Promise<void> {
    await this.page.goto(this.emulator.outbox().at(-1)?.url ?? '');
  }

  /** Goes through discovery by e-mail code, up to the list of organizations. */
  async discover(address: string): Promise<void> {
    await this.enterEmail(address);
    await this.button('Continue with email').click();
    await this.page.getByText('Enter passcode').waitFor();
    await this.enterCode();
  }

  async choose(organization: string): Promise<void> {
    await this.page.getByRole('button', { name: organization }).click();
  }

  /** The organization of the session the card has left behind. */
  async enteredOrganization(): Promise<string> {
    await this.page.getByText('You have successfully logged in.').waitFor();
    return this.page.evaluate(() => {
      const { client } = globalThis as unknown as {
        client: { organization: { getSync(): { organization_name: string } } };
      };
      return client.organization.getSync().organization_name;
    });
  }
}

/** A test with a fresh card and a fresh emulator. */
export const test = base.extend<{ card: Card }>({
  card: async ({ page }, use) => {
    const emulator = await startEmulator();
    const server = await serveCard();
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await page.route(/^https:/, (route) => route.abort());
    await use(new Card(emulator, page, url));
    server.closeAllConnections();
    server.close();
    await emulator.stop();
  },
});

const html = `<!doctype html><meta charset="utf-8"><title>Stytch's card</title><body><script src="/sdk.js"></script><script>
  const { api, publicToken, products, organizationSlug, config, client: options } = globalThis.setup;
  globalThis.client = new stytch.StytchB2BClient(publicToken, { endpoints: { testAPIURL: api }, ...options });
  customElements.define('stytch-ui', stytch.StytchB2B);
  const card = document.createElement('stytch-ui');
  card.render({
    client,
    config: {
      authFlowType: organizationSlug ? 'Organization' : 'Discovery',
      organizationSlug,
      products: products.map((name) => stytch.B2BProducts[name]),
      sessionOptions: { sessionDurationMinutes: 60 },
      ...config,
    },
  });
  if (products.length > 0) document.body.append(card);
</script>`;

function serveCard(): Promise<Server> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/sdk.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? script : html);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
