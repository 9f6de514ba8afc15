import { readFileSync } from 'node:fs';
import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import { type Site, expect, header, person, test as base, totp } from './site.js';

const RECIPE = 'examples/recipes/tenant-change.js';
const QUERIES = 'node_modules/@tanstack/query-core/build/modern/index.js';

/** What the application's own server has been asked for: streams that are open, and data, by organization. */
interface Back {
  readonly url: string;
  readonly streams: Set<string>;
  readonly asked: string[];
}

const test = base.extend<{ back: Back; queries: string }>({
  back: async ({}, use) => {
    const [streams, asked]: [Set<string>, string[]] = [new Set(), []];
    const server = createServer(({ url = '/' }, response) => {
      const [, what, organization = ''] = url.split('/');
      response.setHeader('access-control-allow-origin', '*');
      if (what === 'stream') return follow(response, organization, streams);
      asked.push(organization);
      return response.end(JSON.stringify(`data of ${organization}`));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, streams, asked });
    end(server);
  },
  queries: async ({}, use) => use(await bundled(QUERIES)),
});

function follow(response: ServerResponse, organization: string, streams: Set<string>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`data: ${organization}\n\n`);
  streams.add(organization);
  response.on('close', () => streams.delete(organization));
}

function end(server: Server): void {
  server.closeAllConnections();
  server.close();
}

/** A module and what it imports, as one script. */
async function bundled(entry: string): Promise<string> {
  const define = { 'process.env.NODE_ENV': '"production"' };
  const lib = { entry, formats: ['es' as const], fileName: 'bundle' };
  const built = await build({ configFile: false, logLevel: 'error', define, build: { write: false, lib } });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}

const asUrl = (code: string) => `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;

/** The application: it shows what it has of an organization, and follows that. */
function application(queries: string, { url }: Back): string {
  const [recipe, cache] = [readFileSync(RECIPE, 'utf8'), queries].map(asUrl);
  return `<script type="module">
    import { followTenant } from '${recipe}';
    import { QueryClient, QueryObserver } from '${cache}';
    await customElements.whenDefined('stytch-provider');
    const queries = new QueryClient();
    const drafts = [];
    const reasons = [];
    const tokens = [];
    const provider = document.querySelector('stytch-provider');
    const dataOf = (id) => ({ queryKey: [id], queryFn: async () => (await fetch('${url}/data/' + id)).json() });
    const organization = () => provider.snapshot.organization?.organization_id;
    let rows; // a part of the page that is not drawn anew at once, and stays while nobody is signed in
    const draw = () => {
      if (!organization()) return;
      rows ??= new QueryObserver(queries, dataOf(organization()));
      rows.hasListeners() ? rows.setOptions(dataOf(organization())) : rows.subscribe(() => {});
    };
    const open = (id) => {
      setTimeout(draw, 50);
      return new EventSource('${url}/stream/' + id);
    };
    provider.addEventListener('stytch-session-change', ({ detail }) => reasons.push(detail.reason));
    document.addEventListener('stytch-switch', ({ detail }) => {
      const [, jwt] = document.cookie.match(/stytch_session_jwt=([^;]+)/);
      const claims = JSON.parse(atob(jwt.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')));
      tokens.push([detail.organization.organization_id, claims['https://stytch.com/organization'].organization_id]);
    });
    const save = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      drafts.push(provider.snapshot.organization.organization_slug);
    };
    followTenant({ provider, queries, open, save });
    const left = [];
    provider.addEventListener('stytch-session-change', () => left.push(rows?.getCurrentResult().data));
    const cached = () => queries.getQueryCache().getAll().map(({ state }) => state.data).filter((each) => each !== undefined);
    window.seen = () => ({ drafts, reasons, tokens, left, shown: rows?.getCurrentResult().data, cached: cached() });
  </script>`;
}

interface Seen {
  readonly drafts: string[];
  readonly reasons: string[];
  readonly tokens: [string, string][];
  readonly cached: string[];
  /** What a query that stays on the page shows, and what it still showed when the session had just changed. */
  readonly shown?: string;
  readonly left: (string | undefined)[];
}

const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen(): Seen }).seen());

const ACME = 'organization-test-acme';
const GLOBEX = 'organization-test-globex';

async function inAcme(context: BrowserContext, site: Site): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.url}/app`);
  await person(page).sees('· Acme');
  await page.waitForFunction('window.seen');
  await expect.poll(async () => (await seen(page)).cached).toEqual([`data of ${ACME}`]);
  return page;
}

test.describe('the recipe for a change of organization', () => {
  test.beforeEach(async ({ site, back, queries, context }) => {
    site.put('/app', header + application(queries, back));
    await site.signIn(context);
  });

  test('is the one in the documentation, word for word', () => {
    const [, code] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/tenant-change.md', 'utf8'))!;
    expect(code).toBe(readFileSync(RECIPE, 'utf8'));
  });

  test('leaves nothing of the old one, and follows the new one', async ({ context, site, back }) => {
    const page = await inAcme(context, site);
    expect([...back.streams]).toEqual([ACME]);
    await person(page).switchesTo('Globex');
    await page.getByLabel('Verification code').waitFor();
    expect(await seen(page)).toMatchObject({ drafts: ['acme'], cached: [], shown: undefined, tokens: [] });
    await expect.poll(() => [...back.streams]).toEqual([]);
    back.asked.length = 0;
    await person(page).enters(totp());
    await person(page).sees('· Globex');
    await expect.poll(async () => (await seen(page)).cached).toEqual([`data of ${GLOBEX}`]);
    await expect.poll(() => [...back.streams]).toEqual([GLOBEX]);
    const { tokens, reasons, shown, left } = await seen(page);
    expect([shown, left.slice(-2)]).toEqual([`data of ${GLOBEX}`, [undefined, undefined]]);
    expect(tokens).toEqual([[GLOBEX, GLOBEX]]);
    expect(reasons.slice(-2)).toEqual(['action', 'action']);
    expect(back.asked).toEqual([GLOBEX]);
  });

  test('shows what it showed before when the member comes back', async ({ context, site, back }) => {
    const page = await inAcme(context, site);
    await person(page).switchesTo('Globex');
    await page.getByLabel('Verification code').waitFor();
    back.asked.length = 0;
    await person(page).presses('Cancel');
    await person(page).sees('· Acme');
    await expect.poll(async () => (await seen(page)).shown).toBe(`data of ${ACME}`);
    expect(back.asked).toEqual([ACME]);
  });

  test('does the same when the switch is made in another tab', async ({ context, site, back }) => {
    const [one, two] = [await inAcme(context, site), await inAcme(context, site)];
    await person(one).switchesTo('Globex');
    await one.getByLabel('Verification code').first().waitFor();
    await expect.poll(async () => (await seen(two)).cached).toEqual([]);
    await expect.poll(() => [...back.streams]).toEqual([]);
    back.asked.length = 0;
    await person(one).enters(totp());
    await expect.poll(async () => (await seen(two)).cached).toEqual([`data of ${GLOBEX}`]);
    await expect.poll(() => [...back.streams]).toEqual([GLOBEX]);
    const { tokens, reasons, drafts } = await seen(two);
    expect([tokens, drafts, reasons.at(-1)]).toEqual([[], [], 'other-tab']);
    expect(new Set(back.asked)).toEqual(new Set([GLOBEX]));
  });
});
