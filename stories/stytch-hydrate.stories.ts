import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/hydrate.js';
import '../src/define/session-status.js';
import { moment } from './story.js';

/** Picks up a session that a back end has made. It is seen only when that goes wrong. */
export default {
  title: 'Session/Hydrate',
  component: 'stytch-hydrate',
} satisfies Meta;

/** The tokens are handed over by a method: there is a session, and nothing else to see. */
export const TakenOver = moment(
  html`<stytch-session-status></stytch-session-status><stytch-hydrate></stytch-hydrate>`,
  {
    role: null,
    then: async ({ world, store }) => {
      const { session_token: sessionToken, session_jwt: sessionJwt } = await world.session('ada@example.com', 'Acme');
      await store.actions.hydrate({ sessionToken, sessionJwt });
    },
  },
);

/** Somebody is signed in, and the back end that is to have the tokens has none of it. */
export const NotHandedOver = moment(html`<stytch-hydrate push-to="/no-such-back-end"></stytch-hydrate>`);

/** The page's author has chosen a back end of somebody else. */
export const Elsewhere = moment(html`<stytch-hydrate src="https://elsewhere.example/session"></stytch-hydrate>`, {
  role: null,
});

const asking = html`
  <stytch-session-status></stytch-session-status><stytch-hydrate src="back-end/session.json"></stytch-hydrate>
`;

/** The back end has answered, and its session is being confirmed. */
export const Working = moment(asking, {
  role: null,
  then: ({ world }) => world.faults([{ path: '/b2b/sessions/authenticate', delayMs: 3_600_000 }]),
});

/** Somebody is signed in here already: they are left alone. */
export const LeftAlone = moment(asking);
