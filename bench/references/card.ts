import { AuthFlowType, B2BProducts, StytchB2B, StytchB2BClient } from '@stytch/vanilla-js/b2b';

const settings = document.querySelector('[public-token]')!;
const publicToken = settings.getAttribute('public-token')!;
const testAPIURL = settings.getAttribute('emulator-url');

customElements.define('stytch-ui', StytchB2B);

/** Stytch's own card, set up as in its documentation. */
const card = document.createElement('stytch-ui') as InstanceType<typeof StytchB2B>;
card.render({
  client: new StytchB2BClient(publicToken, { endpoints: { testAPIURL } } as object),
  config: {
    authFlowType: AuthFlowType.Discovery,
    products: [B2BProducts.emailMagicLinks],
    sessionOptions: { sessionDurationMinutes: 60 },
  },
});
settings.append(card);
