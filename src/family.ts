import { StytchCallback } from './elements/stytch-callback.js';
import { StytchDiscovery } from './elements/stytch-discovery.js';
import { StytchGate } from './elements/stytch-gate.js';
import { StytchKeepAlive } from './elements/stytch-keep-alive.js';
import { StytchHydrate } from './elements/stytch-hydrate.js';
import { StytchLogin } from './elements/stytch-login.js';
import { StytchLogout } from './elements/stytch-logout.js';
import { StytchMfaPrompt } from './elements/stytch-mfa-prompt.js';
import { StytchMfaSettings } from './elements/stytch-mfa-settings.js';
import { StytchOrgSwitcher } from './elements/stytch-org-switcher.js';
import { StytchProvider } from './elements/stytch-provider.js';
import { StytchSessionStatus } from './elements/stytch-session-status.js';
import { StytchStepUp } from './elements/stytch-step-up.js';
import { StytchUserButton } from './elements/stytch-user-button.js';

/** Every element by its name without a prefix. */
export const family = {
  provider: StytchProvider,
  'session-status': StytchSessionStatus,
  gate: StytchGate,
  'org-switcher': StytchOrgSwitcher,
  'mfa-prompt': StytchMfaPrompt,
  'mfa-settings': StytchMfaSettings,
  'step-up': StytchStepUp,
  discovery: StytchDiscovery,
  login: StytchLogin,
  callback: StytchCallback,
  hydrate: StytchHydrate,
  logout: StytchLogout,
  'user-button': StytchUserButton,
  'keep-alive': StytchKeepAlive,
} as const;
