import { test as base, type Page } from '@playwright/test';
import { person, totp } from '../pages/site.js';
import { expect, start } from './example.js';

/** Starts an example as somebody does who has no project: `npm start`. */
const test = base.extend<{ begin: (folder: string) => Promise<string> }>({
  begin: async ({}, use) => {
    const stops: (() => Promise<void>)[] = [];
    await use(async (folder) => {
      const { url, stop } = await start(folder, 'npm start');
      stops.push(stop);
      return url;
    });
    for (const stop of stops) await stop();
  },
});

/** What the console complains of, but for Lit's advice in development. */
function complaintsOn(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    if (/error|warning/.test(message.type()) && !text.includes('https://lit.dev/msg/')) complaints.push(text);
  });
  return complaints;
}

/** Signs Ada in with the code that she finds in her mail, where the page's own emulator keeps it. */
async function logIn(page: Page): Promise<void> {
  await page.getByLabel('Email').fill('ada@example.com');
  await person(page).presses('Continue');
  const field = page.getByLabel('Verification code');
  await field.waitFor();
  const provider = page.locator('stytch-provider');
  const emulator = await provider.evaluate((element: Element & { emulatorUrl?: string }) => element.emulatorUrl);
  const outbox = (await (await page.request.get(`${emulator}/emulator/outbox`)).json()) as { code: string }[];
  await field.fill(outbox.at(-1)!.code);
  await page.getByRole('button', { name: 'Acme' }).click();
  await person(page).sees('Signed in as Ada Lovelace · Acme');
}

test.describe.configure({ mode: 'parallel' });

for (const [folder, greeting] of [
  ['html', 'Papers'],
  ['react', 'Good day, Ada Lovelace'],
  ['vue', 'Good day, Ada Lovelace'],
  ['svelte', 'Good day, Ada Lovelace'],
] as const) {
  test(`${folder}: log in, use what an administrator may, switch, see what others may, log out`, async ({
    begin,
    page,
  }) => {
    const complaints = complaintsOn(page);
    const ada = person(page);
    const welcome = page.getByRole('heading', { name: 'Your papers, in one drawer' });
    const shred = page.getByRole('button', { name: 'Shred them all' });
    const payroll = page.getByText('Paid on the 25th.');

    await page.goto(await begin(folder));
    await welcome.waitFor(); // Vite bundles first
    await expect(page.getByText('Insurance, both vans')).toBeHidden();
    await logIn(page);
    await expect(page.getByRole('heading', { name: greeting })).toBeVisible();
    await expect(welcome).toBeHidden();
    await expect(payroll).toBeHidden();
    await expect(page.getByRole('listitem')).toHaveCount(3);
    await shred.click();
    await expect(page.getByRole('listitem')).toHaveCount(0);

    await page.reload();
    await ada.switchesTo('Globex');
    await ada.enters(totp());
    await ada.sees('· Globex');
    await expect(payroll).toBeVisible();
    await expect(page.getByText('Only an administrator may shred them.')).toBeVisible();
    await expect(shred).toBeHidden();

    await ada.presses('Log out');
    await expect(welcome).toBeVisible();
    await expect(payroll).toBeHidden();
    await page.getByLabel('Email').waitFor();
    expect(complaints).toEqual([]);
  });
}
