import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Fault } from '../emulator/index.js';
import '../src/define/org-switcher.js';
import { focusAt, press, tabTo } from './keyboard.js';
import type { Stage } from './stage.js';
import { moment, towards } from './story.js';

/** Names the organization a member is in, and takes them to another one. */
export default {
  title: 'Session/Organization switcher',
  component: 'stytch-org-switcher',
} satisfies Meta;

const switcher = html`<stytch-org-switcher></stytch-org-switcher>`;
const EXCHANGE = '/b2b/sessions/exchange';
const LIST = '/b2b/discovery/organizations';

/** What a person does: opens the list, then types, then chooses. */
function opened({ typed, chosen }: { typed?: string; chosen?: string } = {}): StoryObj['play'] {
  return async ({ canvasElement }) => {
    const element = canvasElement.querySelector('stytch-org-switcher')!;
    const root = element.shadowRoot!;
    await element.updateComplete;
    element.show();
    const option = () => [...root.querySelectorAll<HTMLElement>('[role=option]')];
    for (let tries = 0; tries < 100 && option().length === 0; tries++) await pause();
    const input = root.querySelector('input');
    if (input && typed) {
      input.value = typed;
      input.dispatchEvent(new InputEvent('input'));
    }
    if (chosen)
      option()
        .find((each) => each.textContent.includes(chosen))!
        .click();
    await pause(150);
  };
}

const pause = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));
const later = (faults: Fault[]) => ({ then: ({ world }: Stage) => world.faults(faults) });

/** Names as other people have them. */
const renamed =
  (names: Record<string, string>, logo = '') =>
  ({ world }: Stage): void => {
    for (const [from, to] of Object.entries(names)) {
      const organization = world.world.directory.organizationNamed(from)!;
      organization.organization_name = to;
      organization.organization_logo_url = logo;
    }
  };

export const Closed = moment(switcher);
export const SignedOut = moment(switcher, { role: null });
export const Loading = moment(switcher, { faults: [{ path: '/b2b/sessions/authenticate', delayMs: 3_600_000 }] });
export const Open: StoryObj = { ...moment(switcher), play: opened() };
export const OneOrganization: StoryObj = {
  ...moment(switcher, { role: { email: 'solo@example.com' } }),
  play: opened(),
};
export const CreateOrganization: StoryObj = {
  ...moment(html`<stytch-org-switcher allow-create></stytch-org-switcher>`),
  play: opened(),
};
export const OwnParts: StoryObj = {
  ...moment(html`
    <stytch-org-switcher>
      <strong slot="header" style="padding: 12px 14px">Where to?</strong>
      <a slot="footer" href="#all" style="padding: 12px 14px; color: inherit">Manage organizations</a>
    </stytch-org-switcher>
  `),
  play: opened(),
};
export const LongAndForeignNames: StoryObj = {
  ...moment(switcher, {
    then: renamed({
      Globex: 'Globex Corporation of Greater Northwestern Springfield and Surroundings',
      Initech: 'مجموعة الأفق العالمية المحدودة للاستثمار',
      Hooli: '株式会社フーリー',
    }),
  }),
  play: opened(),
};
export const RightToLeft: StoryObj = {
  ...moment(html`<div dir="rtl">${switcher}</div>`, {
    then: renamed({ Globex: 'شركة النور للتجارة', Stark: 'المظلة' }),
  }),
  play: opened(),
};
/** A page in Arabic, whose organizations have names of either direction. */
export const Arabic: StoryObj = { ...RightToLeft, globals: { language: 'ar' } };
export const Hebrew: StoryObj = {
  ...moment(switcher, { then: renamed({ Globex: 'גלובקס תעשיות', Stark: 'שטארק' }) }),
  globals: { language: 'he' },
  play: opened(),
};
export const TenThousand: StoryObj = {
  ...moment(switcher, { role: { email: 'many@example.com', organization: 'Organization 05001' } }),
  play: opened(),
};
export const Filtered: StoryObj = { ...TenThousand, play: opened({ typed: 'orgánisation 00' }) };
export const NothingMatches: StoryObj = { ...TenThousand, play: opened({ typed: 'nowhere' }) };
export const LoadingList: StoryObj = {
  ...moment(switcher, later([{ path: LIST, delayMs: 3_600_000 }])),
  play: opened(),
};
export const ListNotReached: StoryObj = {
  ...moment(switcher, later([{ path: LIST, status: 500 }])),
  play: opened(),
};
export const Switching: StoryObj = {
  ...moment(switcher, later([{ path: EXCHANGE, delayMs: 3_600_000 }])),
  play: opened({ chosen: 'Globex' }),
};
export const SwitchFailed: StoryObj = {
  ...moment(switcher, later([{ path: EXCHANGE, status: 500, times: 99 }])),
  play: opened({ chosen: 'Globex' }),
};
export const VerificationNeeded = moment(switcher, { then: towards('Globex') });
export const SignInNeeded = moment(switcher, { then: towards('Umbrella') });
export const VerificationElsewhere = moment(
  html`${switcher}<stytch-mfa-prompt style="display: block; margin-top: 16px; max-width: 26rem"></stytch-mfa-prompt>`,
  { then: towards('Globex') },
);
/** Without a mouse: the list is opened, gone through, and what an organization asks for is in place. */
export const ByKeyboard: StoryObj = {
  ...moment(switcher),
  play: async ({ canvasElement }) => {
    await tabTo(canvasElement.querySelector('stytch-org-switcher')!, '[part~=trigger]');
    await press('{Enter}');
    await focusAt('[role=listbox]:has([role=option])');
    await press('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    await focusAt('[autocomplete=one-time-code]');
  },
};
