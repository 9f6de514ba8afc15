/** The lazy chunk: the one class of Stytch's SDK that we use. */
export { StytchB2BClient } from '@stytch/vanilla-js/b2b/headless';
