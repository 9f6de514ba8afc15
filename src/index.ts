import { register } from './define/register.js';
import { family } from './family.js';

export { addMessages, type Messages, type Overrides } from './messages/messages.js';
export { StytchElementsError, type ErrorCode, type ErrorDetail } from './flows/errors.js';
export type * from './flows/types.js';
export type { MfaMethod, OAuthMethod } from './flows/call.js';
export type { AuthStore } from './client/store.js';
export type { GateReason } from './flows/requirement.js';
export type { Actions } from './client/actions.js';
export type { Client, Options } from './client/options.js';
export { storeFor, storeForClient } from './client/store-for.js';
export { withStepUp } from './controllers/with-step-up.js';
export { BeforeEvent, type Details, type EventName } from './controllers/events.js';
export type { Theme } from './controllers/scope.js';
export { StytchCallback } from './elements/stytch-callback.js';
export { StytchDiscovery } from './elements/stytch-discovery.js';
export { StytchGate } from './elements/stytch-gate.js';
export { StytchKeepAlive } from './elements/stytch-keep-alive.js';
export { StytchHydrate } from './elements/stytch-hydrate.js';
export { StytchLogin } from './elements/stytch-login.js';
export { StytchLogout } from './elements/stytch-logout.js';
export { StytchMfaPrompt } from './elements/stytch-mfa-prompt.js';
export { StytchMfaSettings } from './elements/stytch-mfa-settings.js';
export { StytchOrgSwitcher } from './elements/stytch-org-switcher.js';
export { StytchProvider } from './elements/stytch-provider.js';
export { StytchSessionStatus } from './elements/stytch-session-status.js';
export { StytchStepUp } from './elements/stytch-step-up.js';
export { StytchUserButton } from './elements/stytch-user-button.js';
export { version } from './version.js';

/**
 * Registers the family under a prefix of your own, as subclasses, so that two versions can share a page:
 * `define({ prefix: 'acme' })` makes `<acme-org-switcher>` and so on.
 */
export function define({ prefix = 'stytch' }: { prefix?: string } = {}): void {
  for (const [name, element] of Object.entries(family))
    register(`${prefix}-${name}`, class extends (element as CustomElementConstructor) {});
}
