import { person, totp } from '../pages/site.js';
import { expect, openMailedLink } from './example.js';
import { ask, askForLink, expressWith, logIn } from './express.js';

const test = expressWith({});

test('a mailed link logs in on the server, which sets the cookies that the page goes by', async ({ example, page }) => {
  await logIn(page, example);
  const output = page.locator('output');
  await page.getByRole('button', { name: 'By token' }).click();
  await expect(output).toContainText('"magic_link"');
  const before = example.emulator.requests().length;
  expect((await ask(page, 'GET', '/api/me')).answer).toMatchObject({ name: 'Ada Lovelace', organization: 'acme' });
  const asked = example.emulator.requests().slice(before);
  expect(asked.filter(({ path }) => path === '/v1/b2b/sessions/authenticate')).toEqual([]); // the JWT is verified there

  await person(page).presses('Log out');
  await expect(page.getByRole('button', { name: 'Send me a link' })).toBeVisible();
  expect((await ask(page, 'GET', '/api/session')).status).toBe(401);
  expect((await ask(page, 'GET', '/api/me')).status).toBe(401);
});

test('somebody new signs up: proves an address, creates an organization, and administers it', async ({
  example,
  page,
  context,
}) => {
  await askForLink(page, example, 'new@example.com', '');
  await openMailedLink(page, example);
  await expect(page.getByText('You are new@example.com.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'There is no organization for you yet' })).toBeVisible();
  await page.getByLabel('Name').fill('Babbage & Sons');
  await person(page).presses('Create organization');
  await person(page).sees('· Babbage & Sons');
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('intermediate');
  const { answer } = await ask(page, 'GET', '/api/me');
  expect(answer).toMatchObject({ email: 'new@example.com', plan: 'free' });
  expect(answer.roles).toContain('stytch_admin');
});

test('somebody with organizations chooses one; where more is owed, it says so', async ({ example, page }) => {
  await askForLink(page, example, 'ada@example.com', '');
  await openMailedLink(page, example);
  await person(page).presses('Acme');
  await person(page).sees('Ada Lovelace · Acme');

  await person(page).presses('Log out here');
  await askForLink(page, example, 'ada@example.com', '');
  await openMailedLink(page, example);
  await person(page).presses('Globex');
  await expect(page.getByRole('alert')).toContainText('A second factor is needed there');
});

test('a link counts once, and only in the browser that has asked for it', async ({ example, page, browser }) => {
  await askForLink(page, example, 'ada@example.com');
  const victim = await browser.newPage();
  await openMailedLink(victim, example);
  await expect(victim.getByRole('alert')).toContainText('asked for in another browser');
  await askForLink(victim, example, 'solo@example.com'); // now there is a verifier of their own
  const link = example.emulator.outbox().find(({ to }) => to === 'ada@example.com')!.url!;
  await victim.goto(link);
  await expect(victim.getByRole('alert')).toContainText('asked for in another browser');
  await victim.goto(example.url);
  await expect(victim.getByRole('button', { name: 'Send me a link' })).toBeVisible();

  await page.goto(link);
  await person(page).sees('Ada Lovelace · Acme');
  await openMailedLink(victim, example); // their own link still counts
  await person(victim).sees('Solo Soledad · Acme');
  await victim.close();
});

test('a link that was used says so', async ({ example, page, context }) => {
  await askForLink(page, example, 'ada@example.com');
  const verifier = (await context.cookies(`${example.url}/authenticate`)).find(({ name }) => name === 'verifier')!;
  expect(verifier).toMatchObject({ httpOnly: true, path: '/authenticate' });
  await openMailedLink(page, example);
  await person(page).sees('· Acme');
  await context.addCookies([verifier]);
  await openMailedLink(page, example);
  await expect(page.getByRole('alert')).toContainText('The link was used');
});

test('an administrator renames the organization and its members, nobody else does', async ({ example, page }) => {
  await logIn(page, example);
  await page.getByRole('button', { name: 'Who is there?' }).click();
  const row = page.locator('form', { has: page.getByRole('button', { name: 'Change member' }) });
  await row.getByLabel('Member').selectOption('Solo Soledad');
  await row.getByLabel('Name').fill('Soledad');
  await row.getByRole('button').click();
  await expect(page.locator('output')).toContainText('"Soledad"');
  await page.getByRole('textbox', { name: 'Organization' }).fill('Acme & Co.');
  await person(page).presses('Rename organization');
  await person(page).sees('· Acme & Co.');
  await person(page).presses('Log out');

  await page.getByLabel('E-mail').fill('solo@example.com');
  await person(page).presses('Send me a link');
  await openMailedLink(page, example);
  await person(page).sees('Soledad');
  await page.getByLabel('My name').fill('Solo');
  await person(page).presses('Rename me');
  await person(page).sees('Solo · Acme');
  const name = 'Mallory';
  const refused = { status: 403, answer: { error: 'session_authorization_error' } };
  expect(await ask(page, 'PUT', '/api/organization', { name })).toMatchObject(refused);
  expect(await ask(page, 'PUT', '/api/member', { name, member_id: 'member-test-ada-acme' })).toMatchObject(refused);
  expect(await ask(page, 'GET', '/api/members')).toMatchObject(refused);
});

test('members say of themselves what they like, administrators what the server goes by', async ({ example, page }) => {
  const me = async () => (await ask(page, 'GET', '/api/me')).answer; // from the server's own tables, by JWT
  await logIn(page, example, 'solo@example.com');
  await page.getByLabel('My title').fill('Analyst');
  await person(page).presses('Save title');
  await expect(page.locator('output')).toContainText('"Analyst"');
  expect(await ask(page, 'PUT', '/api/member', { limit: 1_000_000 })).toMatchObject({ status: 403 });
  expect(await ask(page, 'PUT', '/api/organization', { plan: 'team' })).toMatchObject({ status: 403 });
  expect(await me()).toMatchObject({ name: 'Solo Soledad', title: 'Analyst', limit: 1000, plan: 'free' });
  await person(page).presses('Log out here');

  await logIn(page, example);
  await person(page).presses('Who is there?');
  await page.getByRole('combobox', { name: 'Member' }).selectOption('Solo Soledad');
  await page.getByLabel('Limit').fill('50');
  await person(page).presses('Change member');
  await expect(page.locator('output')).toContainText('"limit": 50');
  await page.getByLabel('Plan').fill('team');
  await person(page).presses('Change plan');
  await expect(page.locator('output')).toContainText('"plan": "team"');
  await person(page).presses('Log out here');

  await logIn(page, example, 'solo@example.com');
  expect(await me()).toMatchObject({ name: 'Solo Soledad', title: 'Analyst', limit: 50, plan: 'team' });
});

test('the server follows a switch, asks for a fresh code, and keeps to the limit', async ({ example, page }) => {
  await logIn(page, example);
  expect(await ask(page, 'POST', '/api/transfers', { amount: 1 })).toMatchObject({
    status: 401,
    answer: { error: 'insufficient_user_authentication' },
  });
  await person(page).switchesTo('Globex');
  await person(page).enters(totp());
  await person(page).sees('· Globex');
  expect((await ask(page, 'GET', '/api/me')).answer).toMatchObject({ organization: 'globex' });
  await page.getByLabel('Amount').fill('42');
  await person(page).presses('Transfer');
  await expect(page.locator('output')).toContainText('"sent": 42');
  await page.getByLabel('Amount').fill('1001');
  await person(page).presses('Transfer');
  await expect(page.locator('output')).toContainText('403: Your limit is 1000.');
});

test('logging out here ends this session alone, and the server knows', async ({ example, page, browser }) => {
  const sessions = async () => (await ask(page, 'GET', '/api/session')).answer.sessions as number;
  await logIn(page, example);
  const before = await sessions();
  const other = await browser.newPage();
  await logIn(other, example);
  expect(await sessions()).toBe(before + 1);
  await person(other).presses('Log out here');
  await expect(other.getByRole('button', { name: 'Send me a link' })).toBeVisible();
  expect((await other.context().cookies()).filter(({ name }) => /^stytch_session/.test(name))).toEqual([]);
  expect(await sessions()).toBe(before);
  await other.close();
});

test('logging out everywhere ends all; by token that counts at once', async ({ example, page, context, browser }) => {
  const other = await browser.newPage();
  await logIn(other, example);
  await logIn(page, example);
  const cookies = await context.cookies();
  await person(page).presses('Log out everywhere');
  await expect(page.getByRole('button', { name: 'Send me a link' })).toBeVisible();
  expect((await ask(other, 'GET', '/api/session')).status).toBe(401);
  await context.addCookies(cookies); // somebody has kept them
  const api = context.request;
  expect((await api.get(`${example.url}/api/session`)).status()).toBe(401);
  expect((await api.get(`${example.url}/api/me`)).status()).toBe(200); // its JWT counts until it expires
  await context.clearCookies();
  await logIn(page, example);
  expect((await ask(page, 'GET', '/api/session')).answer).toMatchObject({ sessions: 1 });
  await other.close();
});

test('a back end of another origin is handed the tokens, and verifies them by itself', async ({ example, page }) => {
  await logIn(page, example);
  const handed = page.waitForResponse((each) => each.url().endsWith('/session') && each.request().method() === 'POST');
  await page.reload();
  expect((await handed).status()).toBe(204);
  const { origin } = new URL((await handed).url());
  expect(origin).not.toBe(example.url);
  const before = example.emulator.requests().length;
  await person(page).presses('Elsewhere');
  await expect(page.locator('output')).toContainText('"organization": "acme"');
  const asked = example.emulator.requests().slice(before);
  expect(asked.filter(({ path }) => path.startsWith('/v1/b2b/sessions/authenticate'))).toEqual([]);

  const gone = page.waitForResponse((each) => each.url() === `${origin}/session`);
  await person(page).presses('Log out');
  expect((await gone).status()).toBe(204);
  const asksAgain = (path: string) =>
    page.evaluate((url) => fetch(url, { credentials: 'include' }).then(({ status }) => status), origin + path);
  expect(await asksAgain('/api/reports')).toBe(401);
  const forged = { Origin: example.url };
  const data = { session_jwt: 'a.b.c' };
  expect((await page.request.post(`${origin}/session`, { headers: forged, data })).status()).toBe(401);
  const headers = { Origin: 'https://evil.example' };
  expect((await page.request.get(`${origin}/api/reports`, { headers })).status()).toBe(403);
});

test('other sites cannot have anything changed, or read the session', async ({ example, page, context }) => {
  await logIn(page, example);
  const from = (headers: Record<string, string>) =>
    Promise.all(
      ['/logout', '/session', '/login', '/organizations'].map(async (path) =>
        (await context.request.post(`${example.url}${path}`, { headers })).status(),
      ),
    );
  const refused = [403, 403, 403, 403];
  expect(await from({ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' })).toEqual(refused);
  expect(await from({ 'Sec-Fetch-Site': 'same-site' })).toEqual(refused);
  expect(await from({ Origin: 'https://evil.example' })).toEqual(refused);
  expect(await from({})).toEqual(refused);
  expect((await ask(page, 'GET', '/api/session')).status).toBe(200);
});

test('bodies that make no sense are the fault of who sends them', async ({ example, page, context }) => {
  await logIn(page, example);
  const headers = { Origin: example.url };
  const send = async (method: string, path: string, options: object = {}) =>
    (await context.request.fetch(example.url + path, { method, headers, ...options })).status();
  expect(await send('POST', '/login')).toBe(400);
  expect(await send('POST', '/login', { data: { email: ['ada@example.com'] } })).toBe(400);
  expect(await send('PUT', '/api/member', { data: { name: { first: 'Ada' } } })).toBe(400);
  expect(await send('PUT', '/api/member', { data: { limit: 'no end' } })).toBe(400);
  expect(await send('PUT', '/api/organization', { data: '{', headers: { ...headers, 'Content-Type': 'application/json' } })).toBe(400); // prettier-ignore
  expect(await send('PUT', '/api/member')).toBe(200); // nothing is to be changed
  expect(await send('PUT', '/api/organization')).toBe(200);
  expect(await send('POST', '/logout', { maxRedirects: 0 })).toBe(303);
});
