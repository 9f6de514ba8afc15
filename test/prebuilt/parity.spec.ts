import { expect, mergeTests, type Page } from '@playwright/test';
import { SEED_PASSWORD, type StartedEmulator } from '../../emulator/index.js';
import { person, test as siteTest, totp } from '../pages/site.js';
import { type Card, test as cardTest } from './card.js';

const test = mergeTests(siteTest, cardTest);
const ADA = 'ada@example.com';

/** A way in, by Stytch's own card and by our log-in, and what we do differently on purpose. */
interface Way {
  readonly card: (card: Card) => Promise<void>;
  /** Attributes of `stytch-login`. */
  readonly login: string;
  readonly ours: (page: Page, emulator: StartedEmulator) => Promise<void>;
  /** Requests that only the card makes. */
  readonly without?: readonly string[];
  /** Requests that the card repeats. */
  readonly once?: readonly string[];
}

const acme = 'flow="organization" organization-slug="acme"';

const enterEmail = async (page: Page) => {
  await page.getByLabel('Email').fill(ADA);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
};
const enterLastCode = async (page: Page, emulator: StartedEmulator) => {
  await page.getByLabel('Verification code').waitFor();
  await person(page).enters(emulator.outbox().at(-1)!.code!);
};
const discover = async (page: Page, emulator: StartedEmulator, organization: string) => {
  await enterEmail(page);
  await enterLastCode(page, emulator);
  await page
    .getByRole('button', { name: organization })
    .or(page.getByRole('option', { name: organization }))
    .click();
};
const discoverOnCard = async (card: Card, organization: string) => {
  await card.open({ products: ['emailOtp'] });
  await card.discover(ADA);
  await card.choose(organization);
};

const ways: Record<string, Way> = {
  'e-mail link': {
    card: async (card) => {
      const emailMagicLinksOptions = { loginRedirectURL: card.url, signupRedirectURL: card.url };
      await card.open({ products: ['emailMagicLinks'], organizationSlug: 'acme', config: { emailMagicLinksOptions } });
      await card.enterEmail(ADA);
      await card.button('Continue with email').click();
      await card.page.getByText('Check your email').waitFor();
      await card.followMail();
    },
    login: `${acme} methods="magic_link"`,
    ours: async (page, emulator) => {
      await enterEmail(page);
      await page.getByText('Check your email').waitFor();
      await page.goto(emulator.outbox().at(-1)!.url!);
    },
    once: ['POST /b2b/organizations/search'], // the card looks the organization up again where the link leads
  },
  'e-mail code': {
    card: (card) => discoverOnCard(card, 'Acme'),
    login: 'methods="email_otp"',
    ours: (page, emulator) => discover(page, emulator, 'Acme'),
  },
  password: {
    card: async (card) => {
      await card.open({ products: ['passwords'], organizationSlug: 'acme' });
      await card.enterEmail(ADA);
      await card.button('Continue').click();
      await card.page.getByLabel('Password', { exact: true }).fill(SEED_PASSWORD);
      await card.button('Continue').click();
    },
    login: `${acme} methods="password"`,
    ours: async (page) => {
      await page.getByLabel('Email').fill(ADA);
      await page.getByLabel('Password', { exact: true }).fill(SEED_PASSWORD);
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
    },
    without: ['POST /b2b/organizations/members/search'], // the card asks first whether the address is a member's
  },
  'authenticator app': {
    card: async (card) => {
      await discoverOnCard(card, 'Globex');
      await card.enterCode(totp());
    },
    login: 'methods="email_otp"',
    ours: async (page, emulator) => {
      await discover(page, emulator, 'Globex');
      await page.getByRole('heading', { name: /Globex/ }).waitFor();
      await person(page).enters(totp());
    },
  },
  joining: {
    card: (card) => discoverOnCard(card, 'Wayne'),
    login: 'methods="email_otp"',
    ours: (page, emulator) => discover(page, emulator, 'Wayne'),
  },
};

/** What went over the wire up to the session: method, path and the names of the body's fields. */
function sent(emulator: StartedEmulator): string[] {
  return emulator
    .requests()
    .map(({ method, path, body }) =>
      `${method} ${path} ${Object.keys(Object(body) as object)
        .sort()
        .join(' ')}`.trim(),
    )
    .filter((line) => !/ \/(events|projects\/bootstrap)/.test(line));
}

for (const [name, way] of Object.entries(ways))
  test(`${name}: the same requests as Stytch’s own card`, async ({ card, site, browser }) => {
    await way.card(card);
    await card.enteredOrganization();
    const context = await browser.newContext();
    const page = await context.newPage();
    const body = `<stytch-session-status></stytch-session-status><stytch-callback></stytch-callback><stytch-login ${way.login}></stytch-login>`;
    await page.goto(site.put('/', body));
    await way.ours(page, site.emulator);
    await person(page).sees(/Signed in as/);
    const { without = [], once = [] } = way;
    const is = (line: string, kinds: readonly string[]) => kinds.some((each) => line.startsWith(each));
    const theirs = sent(card.emulator).filter((line, at, all) => {
      return !is(line, without) && !(is(line, once) && all.indexOf(line) < at);
    });
    expect(sent(site.emulator)).toEqual(theirs);
    await context.close();
  });
