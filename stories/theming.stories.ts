import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';
import '../src/define/login.js';
import '../src/define/mfa-prompt.js';
import '../src/define/org-switcher.js';
import '../src/define/user-button.js';
import bubble from './brands/bubble.css?raw';
import console from './brands/console.css?raw';
import ledger from './brands/ledger.css?raw';
import shadcn from '../themes/shadcn.css?raw';
import tailwind from '../themes/tailwind.css?raw';
import { type Stage, stage } from './stage.js';
import { moment, towards } from './story.js';

/** One family in the looks of different products: what differs is a file of `--stytch-*` and a few `::part(…)`. */
export default {
  title: 'Theming',
} satisfies Meta;

/** Somebody to sign in, somebody who is, and somebody on the way. */
interface Cast {
  readonly out: Stage;
  readonly in: Stage;
  readonly pending: Stage;
}

const raised = new Map<string, readonly Stage[]>();

async function cast(): Promise<Cast> {
  const [out, inside, pending] = await Promise.all([stage(null), stage(), stage()]);
  await towards('Globex')(pending);
  return { out, in: inside, pending };
}

/** A box whose `:host` the theme is for, so that several can stand side by side on one page. */
function themed(name: string, theme: string, on: Cast): HTMLElement {
  const box = document.createElement('section');
  box.ariaLabel = name;
  const root = box.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${LAYOUT}${theme}`);
  root.adoptedStyleSheets = [sheet];
  render(product(on), root);
  return box;
}

const LAYOUT = `
  :host { display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; gap: 24px; padding: 24px; background: var(--stytch-raised, Canvas); }
  header { display: flex; gap: 12px; align-items: center; justify-content: space-between; }
  stytch-org-switcher { flex: 0 1 15rem; min-inline-size: 0; }
`;

function product(on: Cast) {
  return html`
    ${on.in.within(html`
      <header>
        <stytch-org-switcher></stytch-org-switcher>
        <stytch-user-button></stytch-user-button>
      </header>
    `)}
    ${on.pending.within(html`<stytch-mfa-prompt></stytch-mfa-prompt>`)}
    ${on.out.within(html`<stytch-login methods="magic_link google_oauth microsoft_oauth sso"></stytch-login>`)}
  `;
}

/** A story of products, each with a theme and a cast of its own. */
function looks(themes: Readonly<Record<string, string>>): StoryObj {
  const load = async ({ id }: { id: string }) => {
    raised.get(id)?.forEach((each) => each.strike());
    const casts = await Promise.all(Object.keys(themes).map(cast));
    raised.set(
      id,
      casts.flatMap((each) => [each.out, each.in, each.pending]),
    );
    return { casts };
  };
  const show = (casts: readonly Cast[]) =>
    Object.entries(themes).map(([name, theme], index) => themed(name, theme, casts[index]!));
  return {
    loaders: [load],
    parameters: { layout: 'fullscreen' },
    render: (_, { loaded }) => html`
      <div style="display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr))">
        ${show((loaded as { casts: Cast[] }).casts)}
      </div>
    `,
  };
}

/** What a page made with shadcn/ui has of its own: its “violet”, in light and in dark. */
const VIOLET = `
  :host {
    --radius: 0.65rem;
    --background: light-dark(oklch(1 0 0), oklch(0.141 0.005 285.823));
    --foreground: light-dark(oklch(0.141 0.005 285.823), oklch(0.985 0 0));
    --card: light-dark(oklch(1 0 0), oklch(0.21 0.006 285.885));
    --card-foreground: var(--foreground);
    --primary: light-dark(oklch(0.541 0.281 293.009), oklch(0.702 0.183 293.541));
    --primary-foreground: light-dark(oklch(0.969 0.016 293.756), oklch(0.141 0.005 285.823));
    --muted-foreground: light-dark(oklch(0.552 0.016 285.938), oklch(0.705 0.015 286.067));
    --accent: light-dark(oklch(0.967 0.001 286.375), oklch(0.274 0.006 286.033));
    --destructive: light-dark(oklch(0.577 0.245 27.325), oklch(0.704 0.191 22.216));
    --border: light-dark(oklch(0.92 0.004 286.32), oklch(1 0 0 / 10%));
    --ring: light-dark(oklch(0.541 0.281 293.009), oklch(0.606 0.25 292.717));
  }
`;

/** In typefaces of the machine, if it has them. */
export const Brands: StoryObj = {
  tags: ['no-picture'],
  ...looks({ Ledger: ledger, Bubble: bubble, Console: console }),
};
export const Default = looks({ Default: '' });
export const Shadcn = looks({ shadcn: `${VIOLET}${shadcn}` });
export const Tailwind = looks({ Tailwind: `${tailwind}:host { --color-primary: light-dark(#7c2d12, #fdba74); }` });
export const Unstyled = moment(
  html`
    <style>
      stytch-login::part(base) {
        max-width: 24rem;
        font: 16px/1.5 monospace;
      }
      stytch-login::part(button),
      stytch-login .stytch-button,
      stytch-login .stytch-input {
        box-sizing: border-box;
        width: 100%;
        padding: 8px;
        font: inherit;
      }
    </style>
    <stytch-login unstyled methods="magic_link google_oauth sso"></stytch-login>
  `,
  { role: null },
);
