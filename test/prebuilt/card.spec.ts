import { expect } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { SEED_PASSWORD, SEED_RECOVERY_CODES, SEED_TOTP_SECRET } from '../../emulator/index.js';
import { test } from './card.js';

const ADA = 'ada@example.com';

test.describe('Stytch’s own card, against the emulator', () => {
  test('logs in by e-mail link', async ({ card }) => {
    await card.open({ products: ['emailMagicLinks'], organizationSlug: 'acme' });
    await card.enterEmail(ADA);
    await card.button('Continue with email').click();
    await expect(card.page.getByText('Check your email')).toBeVisible();
    await card.followMail();
    expect(await card.enteredOrganization()).toBe('Acme');
    expect(new URL(card.page.url()).search).toBe('');
  });

  test('logs in by e-mail code, after a wrong one', async ({ card }) => {
    await card.open({ products: ['emailOtp'] });
    await card.enterEmail(ADA);
    await card.button('Continue with email').click();
    await card.enterCode('000000');
    await expect(card.page.getByText(/unauthorized|invalid/i)).toBeVisible();
    await card.enterCode();
    await card.choose('Acme');
    expect(await card.enteredOrganization()).toBe('Acme');
  });

  test('logs in by password', async ({ card }) => {
    await card.open({ products: ['passwords'], organizationSlug: 'acme' });
    await card.enterEmail(ADA);
    await card.button('Continue').click();
    await card.page.getByLabel('Password', { exact: true }).fill(SEED_PASSWORD);
    await card.button('Continue').click();
    expect(await card.enteredOrganization()).toBe('Acme');
  });

  test('asks for the authenticator app in Globex', async ({ card }) => {
    await card.open({ products: ['emailOtp'] });
    await card.discover(ADA);
    await card.choose('Globex');
    await card.enterCode(appCode(SEED_TOTP_SECRET));
    expect(await card.enteredOrganization()).toBe('Globex');
  });

  test('takes a recovery code in its place', async ({ card }) => {
    await card.open({ products: ['emailOtp'] });
    await card.discover(ADA);
    await card.choose('Globex');
    await card.button('Use a backup code').click();
    await card.page.getByLabel('Backup code').fill(SEED_RECOVERY_CODES[0] ?? '');
    await card.button('Continue').click();
    expect(await card.enteredOrganization()).toBe('Globex');
  });

  test('takes the code that was texted for Initech', async ({ card }) => {
    await card.open({ products: ['emailOtp'] });
    await card.discover(ADA);
    await card.choose('Initech');
    await expect(card.page.getByText('A 6-digit passcode was sent')).toBeVisible();
    expect(card.emulator.outbox().filter(({ kind }) => kind === 'sms_otp')).toHaveLength(1);
    await card.enterCode();
    expect(await card.enteredOrganization()).toBe('Initech');
  });

  test('enrolls an authenticator app in Hooli, and shows the recovery codes', async ({ card }) => {
    await card.open({ products: ['emailOtp'] });
    await card.discover(ADA);
    await card.choose('Hooli');
    await card.button('Use an authenticator app').click();
    await expect(card.page.getByAltText('QR code for TOTP enrollment')).toBeVisible();
    await card.button('Having trouble scanning?').click();
    const shown = await card.page
      .getByText(/^([a-z2-7]{4} ?){8}$/)
      .first()
      .textContent();
    await card.button('Continue').click();
    await card.enterCode(appCode((shown ?? '').replaceAll(' ', '').toUpperCase()));
    await expect(card.page.getByText(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/)).toHaveCount(10);
    await card.button('Done').click();
    expect(await card.enteredOrganization()).toBe('Hooli');
  });

  test('enrolls a phone in Hooli', async ({ card }) => {
    await card.open({ products: ['emailOtp'] });
    await card.discover(ADA);
    await card.choose('Hooli');
    await card.button('Text me a code').click();
    await card.page.getByLabel('Phone number').fill('5555550123');
    await card.button('Continue').click();
    await expect(card.page.getByText('A 6-digit passcode was sent')).toBeVisible();
    expect(card.emulator.outbox().at(-1)?.to).toBe('+15555550123');
    await card.enterCode();
    expect(await card.enteredOrganization()).toBe('Hooli');
  });

  test('creates an organization for somebody who has none', async ({ card }) => {
    await card.open({ products: ['emailMagicLinks'] });
    await card.enterEmail('new@example.com');
    await card.button('Continue with email').click();
    await expect(card.page.getByText('Check your email')).toBeVisible();
    await card.followMail();
    await card.button('Create an organization').click();
    expect(await card.enteredOrganization()).toBe('Example');
  });

  test('joins Wayne', async ({ card }) => {
    await card.open({ products: ['emailOtp'] });
    await card.discover(ADA);
    await card.choose('Wayne');
    expect(await card.enteredOrganization()).toBe('Wayne');
    const { directory } = card.emulator.world;
    expect(directory.memberByEmail('organization-test-wayne', ADA)?.status).toBe('active');
  });
});

test.describe('Stytch’s own card, with redirects to the emulator’s providers', () => {
  test('signs in with Google', async ({ card }) => {
    await card.open({
      products: ['oauth'],
      config: { oauthOptions: { providers: [{ type: 'google' }], discoveryRedirectURL: card.url } },
    });
    await card.button('Continue with Google').click();
    await card.page.getByLabel(ADA).check();
    await card.button('Approve').click();
    await card.choose('Acme');
    expect(await card.enteredOrganization()).toBe('Acme');
  });

  test('goes to the identity provider for Umbrella', async ({ card }) => {
    await card.open({
      products: ['emailOtp', 'sso'],
      config: { ssoOptions: { loginRedirectURL: card.url } },
    });
    await card.discover(ADA);
    await card.choose('Umbrella');
    await card.button('Approve').click();
    expect(await card.enteredOrganization()).toBe('Umbrella');
  });

  test('sets a new password from the mailed link', async ({ card }) => {
    await card.open({
      products: ['passwords'],
      organizationSlug: 'acme',
      config: { passwordOptions: { resetPasswordRedirectURL: card.url, loginRedirectURL: card.url } },
    });
    await card.enterEmail(ADA);
    await card.button('Continue').click();
    await card.button('Sign up or reset password').click();
    await card.button('Continue').click();
    await expect(card.page.getByText('A login link was sent to you')).toBeVisible();
    await card.followMail();
    await card.page.getByLabel('Password', { exact: true }).fill('six purple otters juggle');
    await card.button('Continue').click();
    expect(await card.enteredOrganization()).toBe('Acme');
  });
});

function appCode(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}
