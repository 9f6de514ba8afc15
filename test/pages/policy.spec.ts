import { header, expect, person, test } from './site.js';

test('a page under the strictest policy works without one violation', async ({ site, context, page }) => {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${site.emulator.url}`,
    "img-src 'self' data: https:",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted|violat/i.test(message.text())) broken.push(message.text());
  });
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`violates ${violatedDirective} ${blockedURI}`),
    ),
  );
  site.put('/', header, { headers: { 'content-security-policy': policy } });
  await site.signIn(context);
  await page.goto(site.url);
  await person(page).sees('· Acme');
  await person(page).switchesTo('Hooli');
  await person(page).presses('Text me a code');
  await page.getByLabel('Phone number').fill('+1 555 555 0123');
  await person(page).presses('Continue');
  await page.getByLabel('Verification code').waitFor();
  await person(page).presses('Cancel');
  await person(page).switchesTo('Hooli');
  await person(page).presses('Use an authenticator app');
  await page.getByRole('img', { name: /QR/ }).waitFor();
  await person(page).presses('Cancel');
  await person(page).sees('· Acme');
  await person(page).presses('Log out');
  await person(page).sees('Signed out');
  expect(broken).toEqual([]);
});
