import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/discovery.js';
import type { World } from '../emulator/index.js';
import { linkTo } from './link.js';
import type { Stage } from './stage.js';
import { moment, type Way } from './story.js';

/** Lets a person choose among the organizations of an address that they have proved. */
export default {
  title: 'Session/Discovery',
  component: 'stytch-discovery',
} satisfies Meta;

const discovery = html`<stytch-discovery></stytch-discovery>`;
const creating = html`<stytch-discovery allow-create></stytch-discovery>`;
const AN_HOUR = 3_600_000;

/** Nobody is signed in, and somebody proves an address by the code in an e-mail; then what follows. */
const proved = (email: string, ...then: readonly ((on: Stage) => unknown)[]): Way => ({
  role: null,
  then: async (on) => {
    await on.reach({ type: 'send-code', email });
    await on.reach({ type: 'submit-code', secret: on.lastCode() });
    for (const each of then) await each(on);
  },
});

const ADA = 'ada@example.com';
const choose =
  (organization: string) =>
  (on: Stage): Promise<void> =>
    on.reach({ type: 'choose-organization', organization_id: on.id(organization) });
const failing =
  (path: string, errorType: string) =>
  (on: Stage): void =>
    on.world.faults([{ path, errorType, times: 99 }]);
const slow =
  (path: string) =>
  (on: Stage): void =>
    on.world.faults([{ path, delayMs: AN_HOUR, times: 99 }]);

/** Presses a button of the element, as only the element knows where that leads. */
const press =
  (label: string): NonNullable<ReturnType<typeof moment>['play']> =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('stytch-discovery')!;
    await element.updateComplete;
    const buttons = [...element.shadowRoot!.querySelectorAll('button'), ...element.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent.trim().startsWith(label))!.click();
    await element.updateComplete;
  };

/** Fills in the form to create an organization, and sends it off. */
const filled =
  (name: string): NonNullable<ReturnType<typeof moment>['play']> =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('stytch-discovery')!;
    await element.updateComplete;
    const field = element.querySelector<HTMLInputElement>('[name=organization-name]')!;
    field.value = name;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
    field.form!.requestSubmit();
  };

/** Names as they are in life. */
function longNames({ directory }: World): void {
  const names = {
    Acme: 'Wolfeschlegelsteinhausenbergerdorff & Söhne Vermögensverwaltungsgesellschaft mbH',
    Globex: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Community Council',
    Stark: 'شركة النخيل للتجارة والمقاولات العامة المحدودة',
  };
  for (const [name, organization_name] of Object.entries(names))
    Object.assign(directory.organizationNamed(name)!, { organization_name });
}

/** Somebody who is signed in proves an address. */
async function provedToo(on: Stage): Promise<void> {
  const { organization, member } = on.store.getSnapshot();
  await on.store.actions.accept({
    member_session: null,
    email_address: member!.email_address,
    discovered_organizations: [
      { organization, membership: { type: 'active_member', details: null, member }, member_authenticated: true },
    ],
  });
}

export const NothingOwed = moment(discovery, { role: null });
export const Choose = moment(creating, proved(ADA));
export const ChooseInDialog = moment(
  html`<stytch-discovery allow-create display="dialog"></stytch-discovery>`,
  proved(ADA),
);
export const Many = moment(creating, proved('many@example.com'));
export const LongNames = moment(
  discovery,
  proved(ADA, async (on) => {
    longNames(on.world.world);
    await on.reach({ type: 'retry' });
  }),
);
export const Entering = moment(creating, {
  ...proved(ADA, slow('/b2b/discovery/intermediate_sessions/exchange')),
});
Entering.play = press('Stark');
export const NotAdmitted = moment(
  creating,
  proved(
    ADA,
    failing('/b2b/discovery/intermediate_sessions/exchange', 'invalid_email_for_jit_provisioning'),
    choose('Wayne'),
  ),
);
export const SecondFactorInPlace = moment(discovery, proved(ADA, choose('Globex')));
export const SignedInBefore = moment(discovery, { then: provedToo });
/** The same by a link, but the session before cannot be restored for now. */
export const GoingBack = moment(discovery, {
  then: async (on) => {
    const token = new URL(linkTo(on, { purpose: 'discovery' })).searchParams.get('token')!;
    await on.reach({ type: 'redeem', ticket: { type: 'discovery', token, resets: false } });
    on.world.faults([{ path: '/b2b/sessions/authenticate', drop: true, times: 99 }]);
    await on.reach({ type: 'cancel' });
  },
});
export const NoOrganization = moment(discovery, proved('new@example.com'));
export const FirstOrganization = moment(creating, proved('new@example.com'));
export const CreateAnother = moment(creating, proved(ADA));
CreateAnother.play = press('Create organization');
export const SlugIsTaken = moment(
  creating,
  proved('new@example.com', failing('/b2b/discovery/organizations/create', 'organization_slug_already_used')),
);
SlugIsTaken.play = filled('Acme');
export const DomainIsClaimed = moment(
  creating,
  proved(
    'new@example.com',
    failing('/b2b/discovery/organizations/create', 'action_not_allowed_email_domain_is_claimed'),
  ),
);
DomainIsClaimed.play = filled('Acme');
export const Creating = moment(creating, proved('new@example.com', slow('/b2b/discovery/organizations/create')));
Creating.play = filled('Ångström Œuvres');
export const GoingOn = moment(
  html`<stytch-discovery auto-select></stytch-discovery>`,
  proved('solo@example.com', slow('/b2b/discovery/intermediate_sessions/exchange')),
);
export const TimeIsUp = moment(
  discovery,
  proved(ADA, (on) => on.world.clock(601), choose('Acme')),
);
export const WithLogo = moment(
  html`
    <stytch-discovery>
      <strong slot="header">Acme Cloud</strong>
      <a slot="footer" href="#help">My organization is not here</a>
    </stytch-discovery>
  `,
  proved(ADA),
);

/** As after a reload: another client of the same page, which finds what was begun, and reads the list again. */
const reloaded: NonNullable<ReturnType<typeof moment>['play']> = async ({ canvasElement, loaded }) => {
  const { on } = loaded as { on: Stage };
  const { StytchB2BClient } = await import('../src/client/sdk.js');
  const { publicToken, cookieOptions } = on.store.options;
  const element = canvasElement.querySelector('stytch-discovery')!;
  element.client = new StytchB2BClient(publicToken, { cookieOptions: cookieOptions! });
  await element.updateComplete;
};
export const Reloaded = moment(discovery, proved(ADA, slow('/b2b/discovery/organizations')));
Reloaded.play = reloaded;
export const NotReadable = moment(
  discovery,
  proved(ADA, failing('/b2b/discovery/organizations', 'internal_server_error')),
);
NotReadable.play = reloaded;
