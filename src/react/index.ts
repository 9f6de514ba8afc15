'use client';

export { StytchCallback } from './callback.js';
export { StytchDiscovery } from './discovery.js';
export { StytchGate } from './gate.js';
export { StytchHydrate } from './hydrate.js';
export { StytchKeepAlive } from './keep-alive.js';
export { StytchLogin } from './login.js';
export { StytchLogout } from './logout.js';
export { StytchMfaPrompt } from './mfa-prompt.js';
export { StytchMfaSettings } from './mfa-settings.js';
export { StytchOrgSwitcher } from './org-switcher.js';
export { StytchProvider } from './provider.js';
export { StytchSessionStatus } from './session-status.js';
export { StytchStepUp } from './step-up.js';
export { StytchUserButton } from './user-button.js';
export {
  useStytchMember,
  useStytchOrganization,
  useStytchSession,
  useStytchSnapshot,
  useStytchStore,
  type Origin,
} from './hooks.js';
