import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/login.js';
import '../src/define/mfa-prompt.js';
import { SEED_PASSWORD } from '../emulator/seed.js';
import type { Intent } from '../src/flows/flow.js';
import type { Stage } from './stage.js';
import { moment, towards } from './story.js';

/** Logs a person in. */
export default {
  title: 'Session/Log in',
  component: 'stytch-login',
} satisfies Meta;

const ADA = 'ada@example.com';
const AN_HOUR = 3_600_000;
const login = html`<stytch-login></stytch-login>`;
const into = (slug: string) => html`<stytch-login flow="organization" organization-slug=${slug}></stytch-login>`;

/** Nobody is signed in, and some steps further. */
const after = (...steps: readonly Intent[]) => ({ role: null, then: (on: Stage) => on.reach(...steps) });

const link = { type: 'send-link', email: ADA } as const;
const code = { type: 'send-code', email: ADA } as const;
const password = { type: 'ask-password', email: ADA } as const;

/** Somebody has logged in and out again here. */
async function wasHere(on: Stage): Promise<void> {
  await on.reach(code);
  await on.reach({ type: 'submit-code', secret: on.lastCode() });
  await on.reach({ type: 'choose-organization', organization_id: on.id('Acme') });
  await on.reach({ type: 'logout', forceClear: false });
}

/** An address that leads to two providers. */
async function twoProviders(on: Stage): Promise<void> {
  const { sso_active_connections: known } = on.world.world.directory.organizationNamed('Umbrella')!;
  const other = { ...known[0]!, connection_id: 'saml-connection-test-other', display_name: 'Umbrella Entra ID' };
  on.world.world.directory.organizationNamed('Umbrella')!.sso_active_connections = [...known, other];
  await on.reach({ type: 'find-sso', email: ADA });
}

/** The answer to a step is awaited. */
const waiting = (path: string, step: Intent) => ({
  role: null,
  then: (on: Stage) => {
    on.world.faults([{ path, delayMs: AN_HOUR }]);
    void on.reach(step);
  },
});

export const Discovery = moment(login, { role: null });
export const CodeFirst = moment(html`<stytch-login methods="email_otp password"></stytch-login>`, { role: null });
export const PasswordFirst = moment(
  html`<stytch-login methods="password magic_link google_oauth sso"></stytch-login>`,
  {
    role: null,
  },
);
export const ProvidersFirst = moment(
  html`<stytch-login methods="google_oauth github_oauth email_otp"></stytch-login>`,
  {
    role: null,
  },
);
export const ProvidersOnly = moment(html`<stytch-login methods="google_oauth sso"></stytch-login>`, { role: null });
export const LastUsed = moment(login, { role: null, then: wasHere });
export const Organization = moment(into('acme'), { role: null });
export const SingleSignOnOnly = moment(into('umbrella'), { role: null });
export const UnknownOrganization = moment(into('nowhere'), { role: null });
export const NamelessOrganization = moment(html`<stytch-login flow="organization"></stytch-login>`, { role: null });
export const NothingInCommon = moment(
  html`<stytch-login flow="organization" organization-slug="umbrella" methods="password"></stytch-login>`,
  { role: null },
);
export const OrganizationUnreachable = moment(into('acme'), {
  role: null,
  faults: [{ path: '/b2b/organizations/search', status: 500, times: 99 }],
});
export const Sending = moment(login, waiting('/b2b/magic_links/email/discovery/send', link));
export const NotSent = moment(login, {
  role: null,
  then: (on) => {
    on.world.faults([{ path: '/b2b/magic_links/email/discovery/send', status: 500 }]);
    return on.reach(link);
  },
});
export const LinkSent = moment(login, after(link));
export const LinkSentToMailbox = moment(login, after({ type: 'send-link', email: 'ada.lovelace@gmail.com' }));
export const CodeSent = moment(login, after(code));
export const WrongCode = moment(login, after(code, { type: 'submit-code', secret: '000000' }));
export const Password = moment(login, after(password));
export const WrongPassword = moment(login, after(password, { type: 'submit-password', email: ADA, secret: 'guess' }));
export const ForgotPassword = moment(login, after({ type: 'forgot-password', email: ADA }));
export const ResetSent = moment(login, after({ type: 'reset-password', email: ADA }));
export const FindSingleSignOn = moment(login, after({ type: 'start-sso' }));
export const ChooseProvider = moment(login, { role: null, then: twoProviders });
export const NoProvider = moment(login, after({ type: 'find-sso', email: 'new@example.com' }));
export const SignedIn = moment(html`<stytch-login return-to="#home"></stytch-login>`);
export const ChoosesAnOrganization = moment(
  login,
  after(password, { type: 'submit-password', email: ADA, secret: SEED_PASSWORD }),
);
/** Something else of the page asks for what is owed: there is nothing to log in to. */
export const VerificationElsewhere = moment(html`${login}<stytch-mfa-prompt></stytch-mfa-prompt>`, {
  then: towards('Globex'),
});
export const NoSession = moment(html`<stytch-provider>${login}</stytch-provider>`, { role: null });
export const Dialog = moment(html`<stytch-login display="dialog"></stytch-login>`, { role: null });
export const WithLogo = moment(
  html`
    <stytch-login>
      <strong slot="header">Acme Cloud</strong>
      <a slot="footer" href="#help">I cannot log in</a>
    </stytch-login>
  `,
  { role: null },
);
