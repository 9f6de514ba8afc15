import type { PageOf } from './site.js';

const ada = 'Ada Lovelace';
const within = (body: string) => `<stytch-provider $client>${body}</stytch-provider>`;
const status = '<stytch-session-status></stytch-session-status>';

/** The five elements as a page would place them, with something below that must not move. */
const five = within(`
  <header><stytch-org-switcher></stytch-org-switcher> ${status} <stytch-logout></stytch-logout></header>
  <stytch-mfa-prompt></stytch-mfa-prompt>
  <p>Below</p>`);

/** The pages that are opened. */
export const pages = {
  empty: { body: `<p>${ada}</p>`, expected: ada },
  ours: { body: within(status), script: 'ours', expected: ada },
  five: { body: five, script: 'ours', expected: ada },
  thousand: { body: within(status.repeat(1000)), script: 'ours', expected: ada },
  gates: { body: within('<stytch-gate role="editor">Figures</stytch-gate>'.repeat(1000)), script: 'ours' },
  plainGates: { body: '<plain-gate role="editor">Figures</plain-gate>'.repeat(1000), script: 'plain' },
  provider: { body: within(''), script: 'ours' },
  devtools: { body: `${within('')}<script type="module" src="/devtools/index.js"></script>`, script: 'ours' },
  floor: { body: '<lit-floor $client></lit-floor>', script: 'floor', expected: ada },
  plain: { body: '<plain-status></plain-status>'.repeat(1000), script: 'plain' },
  card: { body: '<main $client></main>', script: 'card', expected: 'Continue with email' },
} as const satisfies Record<string, PageOf>;
