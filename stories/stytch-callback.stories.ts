import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/callback.js';
import { leaveTrail } from '../src/elements/callback/trail.js';
import { type Brought, linkTo } from './link.js';
import type { Stage } from './stage.js';
import { moment } from './story.js';

/** Where links and redirects lead to: says what becomes of them, and goes on in place. */
export default {
  title: 'Session/Landing',
  component: 'stytch-callback',
} satisfies Meta;

const landing = html`<stytch-callback login-url="#login"></stytch-callback>`;
const AN_HOUR = 3_600_000;
const nobody = null;
const come = new WeakSet<Stage>();

/** Somebody lands at an address, just before what is there is drawn. */
const at =
  (address: (on: Stage) => string, content: unknown = landing) =>
  (on: Stage) => {
    if (!come.has(on)) history.replaceState(null, '', address(on));
    come.add(on);
    return content;
  };

/** Somebody comes by a link or a redirect, of which something may have become on the way. */
const by = (brought: Brought, onTheWay: (on: Stage) => unknown = () => undefined, content?: unknown) =>
  at((on) => {
    const address = linkTo(on, brought);
    onTheWay(on);
    return address;
  }, content);

/** With what a provider or a link says instead of a token. */
const saying = (parameters: string) => at(() => `${location.pathname}${location.search || '?'}&${parameters}`);

const acme = { purpose: 'magic_link', organization: 'Acme' } as const;
const globex = { purpose: 'magic_link', organization: 'Globex' } as const;
const reset = { purpose: 'password_reset', organization: 'Acme' } as const;
const resetting = { ...acme, parameters: { stytch_redirect_type: 'reset_password' } };
const redeem = '/b2b/magic_links/authenticate';

const used = (on: Stage) => on.world.world.links.clear();
const elsewhere = (on: Stage) => on.world.world.links.forEach((link) => (link.code_challenge = 'another browser’s'));
const slow = (on: Stage) => on.world.faults([{ path: redeem, delayMs: AN_HOUR }]);
const offline = (on: Stage) => on.world.faults([{ path: redeem, drop: true }]);

/** As in HttpOnly mode, where no tokens can be kept to come back with. */
const unable = (on: Stage) => Object.defineProperty(on.store, 'canReturn', { get: () => false });

export const NobodyComes = moment(landing, { role: nobody });
export const SigningIn = moment(by(acme, slow), { role: nobody });
export const SignedIn = moment(by(acme), { role: nobody });
export const ChooseOrganization = moment(by({ purpose: 'discovery' }), { role: nobody });
export const SecondFactor = moment(by(globex), { role: nobody });
export const ChoosePassword = moment(by(reset), { role: nobody });
export const ReplacePassword = moment(by(resetting), { role: nobody });
export const SignedInBefore = moment(by({ purpose: 'discovery' }, unable));
export const LinkUsedBefore = moment(by(acme, used), { role: nobody });
export const LinkUsedBeforeWhileSignedIn = moment(
  by(acme, used, html`<stytch-callback return-to="#app"></stytch-callback>`),
);
export const SignOnUsedBefore = moment(by({ purpose: 'oauth', organization: 'Acme' }, used), { role: nobody });
export const AnotherBrowser = moment(by(acme, elsewhere), { role: nobody });
export const UnknownKind = moment(saying('token=none&stytch_token_type=none'), { role: nobody });
export const Refused = moment(saying('error=access_denied&error_description=No'), { role: nobody });
export const Offline = moment(by(acme, offline), { role: nobody });
export const Interrupted = moment(landing, {
  role: nobody,
  then: (on) => leaveTrail(on.store.options.publicToken, null),
});
export const Dialog = moment(by(acme, used, html`<stytch-callback display="dialog"></stytch-callback>`), {
  role: nobody,
});
export const WithLogo = moment(
  by(
    acme,
    used,
    html`
      <stytch-callback>
        <strong slot="header">Acme Cloud</strong>
        <a slot="error" href="#help">Ask for help</a>
      </stytch-callback>
    `,
  ),
  { role: nobody },
);
