import type { BrowserContext, Locator, Page } from '@playwright/test';
import { type Site, expect, header, person, test, totp } from './site.js';

const gates = `
  <stytch-gate id="session"><p>Figures</p><p slot="signed-out">Log in first</p></stytch-gate>
  <stytch-gate id="acme" organization="acme">
    <p>Figures of Acme</p>
    <p slot="pending">Verify first</p>
    <p slot="organization-changed">You left Acme</p>
  </stytch-gate>
  <stytch-gate id="writer" resource="documents" action="write">
    <button>Write</button>
    <p slot="denied">Read only</p>
  </stytch-gate>`;

const part = (page: Page, text: string): Locator => page.getByText(text, { exact: true });

async function opened(context: BrowserContext, { url }: Site): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

test.describe('a gate', () => {
  test.beforeEach(({ site }) => void site.put('/', header + gates));

  test('opens to whoever may, and by the roles that they have', async ({ site, context }) => {
    await site.signIn(context);
    const page = await opened(context, site);
    await expect(part(page, 'Figures of Acme')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Write' })).toBeVisible();
  });

  test('says what a role does not allow', async ({ site, context }) => {
    await site.signIn(context, 'Acme', 'solo@example.com');
    const page = await opened(context, site);
    await expect(part(page, 'Read only')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Write' })).toHaveCount(0);
  });

  test('closes when another tab logs out', async ({ site, context }) => {
    await site.signIn(context);
    const [one, two] = [await opened(context, site), await opened(context, site)];
    await expect(part(two, 'Figures')).toBeVisible();
    await person(one).sees('· Acme');
    await person(one).presses('Log out');
    await expect(part(two, 'Log in first')).toBeVisible();
    await expect(part(two, 'Figures')).toBeHidden();
    expect(await two.locator('body').ariaSnapshot()).not.toContain('Figures');
  });

  test('closes when another tab goes to another organization', async ({ site, context }) => {
    await site.signIn(context);
    const [one, two] = [await opened(context, site), await opened(context, site)];
    await expect(part(two, 'Figures of Acme')).toBeVisible();
    const wrong = await two.evaluateHandle(watchFigures);
    await person(one).sees('· Acme');
    await person(one).switchesTo('Globex');
    await expect(part(two, 'Verify first')).toBeVisible();
    await person(one).enters(totp());
    await expect(part(two, 'You left Acme')).toBeVisible();
    await expect(part(two, 'Read only')).toBeVisible();
    await expect(part(two, 'Figures')).toBeVisible();
    expect(await wrong.jsonValue()).toEqual([]);
  });

  test('shows nothing before its script is there, nor without it', async ({ site, page }) => {
    const style = '<style>stytch-gate:not(:defined) { display: none }</style>';
    await page.goto(site.put('/bare', style + gates, { script: '' }));
    await expect(part(page, 'Figures')).toBeHidden();
    await expect(part(page, 'Log in first')).toBeHidden();
  });

  test('sends whoever is not signed in to where they can log in', async ({ site, page }) => {
    site.put('/login', '<h2>Log in here</h2><stytch-gate redirect-to="/login#top"><p>In</p></stytch-gate>');
    await page.goto(site.put('/inside', '<stytch-gate redirect-to="/login"><p>Figures</p></stytch-gate>'));
    await expect(part(page, 'Log in here')).toBeVisible();
    expect(page.url()).toBe(`${site.url}/login`);
  });

  test('sends nobody round in circles', async ({ site, page }) => {
    const to = (path: string) =>
      `<stytch-gate redirect-to="${path}"><p>In</p><p slot="signed-out">Stuck</p></stytch-gate>`;
    site.put('/one', to('/other?from=one'));
    site.put('/other', to('/one?from=other'));
    const visited: string[] = [];
    page.on('framenavigated', (frame) => visited.push(new URL(frame.url()).pathname));
    await page.goto(`${site.url}/one`);
    await expect.poll(() => visited.length).toBe(5);
    await page.waitForTimeout(1000); // for the navigation that must not come
    await expect(part(page, 'Stuck')).toBeVisible();
    expect(visited).toEqual(['/one', '/other', '/one', '/other', '/one']);
  });
});

test.describe('a proof that cannot be asked for', () => {
  const stale =
    '<stytch-gate mfa><p>Figures</p><p slot="stale"><button data-verify>Verify now</button></p></stytch-gate>';

  test('is said to be so, and asked for at the next click', async ({ site, context }) => {
    await site.signIn(context);
    const page = await context.newPage();
    const isBlocked = (url: URL) => url.pathname.includes('asking');
    await page.route(isBlocked, (route) => route.abort());
    await page.goto(site.put('/', stale));
    await page.evaluate(() =>
      document.addEventListener('stytch-error', ({ detail }: CustomEventInit) => {
        document.title += ` ${(detail as { error: { code: string } }).error.code}`;
      }),
    );
    await page.getByRole('button', { name: 'Verify now' }).click();
    await expect(page).toHaveTitle('A page offline');
    await page.unroute(isBlocked);
    await page.getByRole('button', { name: 'Verify now' }).click();
    await expect(page.locator('stytch-gate stytch-mfa-prompt')).toBeVisible();
    await expect(page).toHaveTitle('A page offline');
  });
});

test('a proof that nothing could be loaded for can be called off', async ({ site, context, page }) => {
  await site.signIn(context);
  const isBlocked = (url: URL) => url.pathname.includes('lazy-mfa');
  await page.route(isBlocked, (route) => route.abort());
  await page.goto(site.put('/', `${header}<stytch-mfa-prompt mode="step-up"></stytch-mfa-prompt>`));
  await person(page).sees('· Acme');
  const outcome = page.evaluate(async () => {
    const { store } = document.querySelector('stytch-provider')!;
    return store!.actions.stepUp({ maxAge: 0 }).catch(({ code }: { code: string }) => code);
  });
  await person(page).presses('Try again');
  await person(page).presses('Cancel');
  expect(await outcome).toBe('cancelled');
  await expect(page.locator('stytch-mfa-prompt')).toBeHidden();
});

test.describe('log-out', () => {
  const figures = '<stytch-gate redirect-to="/login"><p>Figures</p></stytch-gate>';

  test.beforeEach(({ site }) => {
    site.put('/inside', `${figures}<stytch-logout redirect-to="/login"></stytch-logout>`);
    site.put('/reading', figures);
    site.put('/login', '<h2>Log in here</h2>');
  });

  test('says why, here and in every tab', async ({ site, context }) => {
    await site.signIn(context);
    const [one, two] = [await context.newPage(), await context.newPage()];
    await two.goto(`${site.url}/reading`);
    await one.goto(`${site.url}/inside`);
    for (const page of [one, two]) await expect(part(page, 'Figures')).toBeVisible();
    const asked: string[] = [];
    one.on('request', (request) => request.isNavigationRequest() && asked.push(request.url()));
    await person(one).presses('Log out');
    for (const page of [one, two]) await page.waitForURL(`${site.url}/login?reason=user`);
    expect(asked, 'gate and button lead there, which is once').toHaveLength(1);
  });

  test('shows nothing to whoever goes back, in any frame', async ({ site, context }) => {
    await site.signIn(context);
    const page = await context.newPage();
    await page.goto(`${site.url}/inside`);
    await expect(part(page, 'Figures')).toBeVisible();
    await person(page).presses('Log out');
    await page.waitForURL(`${site.url}/login?reason=user`);
    await page.addInitScript(watchForFigures);
    await page.goBack();
    await page.waitForURL(`${site.url}/login`); // the gate has sent them here: nobody is signed in any more
    await expect(part(page, 'Log in here')).toBeVisible();
    expect(await page.evaluate(() => sessionStorage.getItem('seen'))).toBe(null);
  });

  test('shows nothing to whoever goes back when it was in another tab', async ({ site, context }) => {
    await site.signIn(context);
    const [one, two] = [await context.newPage(), await context.newPage()];
    await two.goto(`${site.url}/reading`);
    await expect(part(two, 'Figures')).toBeVisible();
    await two.goto(`${site.url}/login`);
    await one.goto(`${site.url}/inside`);
    await person(one).presses('Log out');
    await one.waitForURL(`${site.url}/login?reason=user`);
    await two.addInitScript(watchForFigures);
    await two.goBack();
    await expect(part(two, 'Log in here')).toBeVisible();
    expect(await two.evaluate(() => sessionStorage.getItem('seen'))).toBe(null);
  });
});

/** Notes in each frame whether figures are to be seen. */
function watchForFigures(): void {
  const look = () => {
    if (document.querySelector('stytch-gate:defined p')?.checkVisibility()) sessionStorage.setItem('seen', 'yes');
    requestAnimationFrame(look);
  };
  look();
}

/** The organizations, other than Acme, under which Acme's figures are seen in a frame. */
function watchFigures(): string[] {
  const wrong: string[] = [];
  const look = () => {
    const { organization } = document.querySelector('stytch-provider')!.snapshot;
    const figures = document.querySelector('#acme p')!;
    if (figures.getClientRects().length > 0 && organization?.organization_slug !== 'acme')
      wrong.push(String(organization?.organization_slug));
    requestAnimationFrame(look);
  };
  look();
  return wrong;
}
