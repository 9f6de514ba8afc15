import { StytchLogout } from './elements/stytch-logout.js';
import { StytchMfaPrompt } from './elements/stytch-mfa-prompt.js';
import { StytchOrgSwitcher } from './elements/stytch-org-switcher.js';
import { StytchProvider } from './elements/stytch-provider.js';
import { StytchSessionStatus } from './elements/stytch-session-status.js';

/** Every element by its name without a prefix. */
export const family = {
  provider: StytchProvider,
  'session-status': StytchSessionStatus,
  'org-switcher': StytchOrgSwitcher,
  'mfa-prompt': StytchMfaPrompt,
  logout: StytchLogout,
} as const;
