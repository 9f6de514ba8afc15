import { header, expect, person, test, totp } from './site.js';

for (const [name, prompt] of [
  ['its own prompt', ''],
  ['the prompt of the page', '<stytch-mfa-prompt></stytch-mfa-prompt>'],
] as const)
  test(`a person without a mouse switches by ${name}, and is back at the button`, async ({ site, context, page }) => {
    site.put('/', header + prompt);
    await site.signIn(context);
    await page.goto(site.url);
    await person(page).sees('· Acme');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Globex' }).waitFor();
    await expect(page.getByRole('listbox')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Verification code')).toBeFocused();
    await page.keyboard.type(totp());
    await person(page).sees('· Globex');
    await expect(page.getByRole('button', { name: 'Switch organization, current: Globex' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Initech' }).waitFor();
    await expect(page.getByRole('listbox')).toBeFocused();
    await page.keyboard.type('in');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Verification code')).toBeFocused();
    if (prompt) await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    else await page.keyboard.press('Escape');
    await person(page).sees('· Globex');
    if (!prompt) await expect(page.getByRole('button', { name: /^Switch/ })).toBeFocused();
  });
