import { type Browser, type BrowserContextOptions, type Page, chromium } from '@playwright/test';
import { type StartedEmulator, startEmulator } from '../emulator/index.js';
import type { StytchProvider } from '../src/elements/stytch-provider.js';
import { ensure, sandboxFlags } from '../tools/browser.mjs';
import { type Built, buildAll } from './build.js';
import type { Acts } from './page/index.js';
import { type Site, startSite } from './site.js';

/** Cookies and storage of somebody who has been here before. */
export type Past = Exclude<BrowserContextOptions['storageState'], undefined>;

/** Everything that a scenario needs: the scripts, a site and an emulator to serve them, and a browser. */
export interface Stage {
  readonly built: Built;
  readonly emulator: StartedEmulator;
  readonly site: Site;
  readonly browser: Browser;
  /** A page with nothing in any cache but, with a past, a session; whoever opens it closes its context. */
  visit(past?: Past): Promise<Page>;
  end(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const built = await buildAll();
  const emulator = await startEmulator();
  const site = await startSite(built.folder, emulator);
  const args = [...sandboxFlags, '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  const browser = await chromium.launch({ executablePath: await ensure('chromium'), args });
  const visit = async (storageState?: Past) => (await browser.newContext({ storageState })).newPage();
  const end = async () => {
    await browser.close();
    site.close();
    await Promise.all([emulator.stop(), built.remove()]);
  };
  return { built, emulator, site, browser, visit, end };
}

/** The past of somebody whose session has been verified on this site. */
export async function pastOf({ emulator, site, visit }: Stage, email: string, organization: string): Promise<Past> {
  const { session_token, session_jwt } = await emulator.session(email, organization, 600);
  const page = await visit();
  const cookie = { url: site.url, sameSite: 'Lax' } as const;
  await page.context().addCookies([
    { ...cookie, name: 'stytch_session', value: session_token },
    { ...cookie, name: 'stytch_session_jwt', value: session_jwt },
  ]);
  await page.goto(site.put('sign-in', { body: '<stytch-provider $client></stytch-provider>', script: 'ours' }));
  await verified(page);
  const past = await page.context().storageState();
  await page.context().close();
  return past;
}

/** Resolves when the session has been confirmed by the API. */
export async function verified(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { status, fromCache } = document.querySelector<StytchProvider>('stytch-provider')!.snapshot;
    return status === 'signed-in' && !fromCache;
  });
}

/** Has a page do one of the things it knows. */
export async function act<Name extends keyof Acts>(page: Page, name: Name, ...args: Parameters<Acts[Name]>) {
  const result = await page.evaluate(
    ([name, args]) =>
      (globalThis as unknown as { acts: Record<string, (...args: unknown[]) => unknown> }).acts[name]!(...args),
    [name, args] as const,
  );
  return result as Awaited<ReturnType<Acts[Name]>>;
}
