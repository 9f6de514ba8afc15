import { header, expect, person, test, totp } from './site.js';

test('nothing secret is in any event, attribute, URL, console line or storage, all along', async ({
  site,
  context,
  page,
}) => {
  const heard: string[] = [];
  const note = (text: string) => void heard.push(text);
  page.on('console', (message) => note(message.text()));
  page.on('framenavigated', (frame) => note(frame.url()));
  page.on('request', (request) => note(request.url()));
  await page.exposeFunction('note', note);
  await page.addInitScript(listen);
  site.put('/', header);
  await site.signIn(context);
  const cookies = async () => (await context.cookies()).map(({ value }) => value).filter((value) => value.length > 15);
  const secrets = new Set(await cookies());
  const learn = async (...more: string[]) => [...(await cookies()), ...more].forEach((secret) => secrets.add(secret));

  await page.goto(site.url);
  await person(page).sees('· Acme');
  await person(page).switchesTo('Initech');
  await page.getByLabel('Verification code').waitFor();
  await learn(site.lastCode());
  await person(page).enters(site.lastCode());
  await person(page).sees('· Initech');
  await person(page).switchesTo('Hooli');
  await person(page).presses('Use an authenticator app');
  const secret = (await page.locator('stytch-mfa-prompt [part~=secret]').innerText())
    .replace(/[^A-Za-z2-7]/g, '')
    .toUpperCase();
  await learn(secret, secret.toLowerCase(), totp(secret));
  await person(page).enters(totp(secret));
  await page.getByText('Save your recovery codes').waitFor();
  const codes = await page.locator('stytch-mfa-prompt [part~=codes]').innerText();
  await learn(...codes.split(/\s+/).filter((code) => code.length > 8));
  await person(page).presses('I saved my recovery codes');
  await person(page).sees('· Hooli');
  await learn();
  await person(page).presses('Log out');
  await person(page).sees('Signed out');

  expect(secrets.size).toBeGreaterThan(10);
  const everything = heard.join('\n');
  expect([...secrets].filter((each) => everything.includes(each))).toEqual([]);
});

/** In the page: notes every event of ours, every change of an attribute, and what is stored, as it happens. */
function listen(): void {
  const { note } = globalThis as unknown as { note(text: string): void };
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event instanceof CustomEvent) note(`${event.type} ${JSON.stringify(event.detail ?? null)}`);
    return dispatch.call(this, event);
  };
  const set = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    note(`${name}=${value}`);
    set.call(this, name, value);
  };
  const store = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    note(`${key}: ${value}`);
    store.call(this, key, value);
  };
  new MutationObserver((records) => {
    for (const { target, attributeName } of records)
      note(`${attributeName}=${(target as Element).getAttribute(attributeName!)}`);
  }).observe(document, { attributes: true, subtree: true });
}
