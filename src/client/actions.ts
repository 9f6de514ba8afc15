import type { Authentication, MfaMethod, OAuthMethod, Ticket } from '../flows/call.js';
import type { Intent, Want } from '../flows/flow.js';
import type { Snapshot } from '../flows/types.js';

/** The steps of a log-in, a step-up, a discovery, a second factor. */
interface Steps {
  /** Sends the code of an authenticator app or a text. */
  submitCode(code: string): Promise<Snapshot>;
  submitRecoveryCode(code: string): Promise<Snapshot>;
  /** Sends a text to a number (E.164, `+15555550100`) that the member wants to use from now on. */
  submitPhone(phone: string): Promise<Snapshot>;
  chooseMethod(method: MfaMethod): Promise<Snapshot>;
  resendCode(): Promise<Snapshot>;
  /** Sends a link, or a code, by e-mail: to log in, or to prove a first factor that an organization asks for. */
  sendLink(email: string): Promise<Snapshot>;
  sendCode(email: string): Promise<Snapshot>;
  submitPassword(email: string, password: string): Promise<Snapshot>;
  /** Sends a link with which a new password can be chosen. */
  resetPassword(email: string): Promise<Snapshot>;
  /** Leaves the page for a provider, or for the organization's single sign-on. */
  startOAuth(method: OAuthMethod): Promise<Snapshot>;
  startSso(connectionId?: string): Promise<Snapshot>;
  /** Enters one of the organizations of a discovery. */
  chooseOrganization(organizationId: string): Promise<Snapshot>;
  /** Creates an organization for whoever is in a discovery; Stytch makes up what is not given. */
  createOrganization(options?: { name?: string; slug?: string }): Promise<Snapshot>;
  /** Confirms that the recovery codes have been kept; only then is a new authenticator app finished. */
  confirmRecoveryCodes(): Promise<Snapshot>;
}

/** What a page may ask of a store. Every promise rejects with a `StytchElementsError` and never with anything else. */
export interface Actions extends Steps {
  /** Resolves with the snapshot that came of it: signed in there, or pending. */
  switchOrganization(organizationId: string): Promise<Snapshot>;
  /** Goes back to the session before; `restored` says whether there is one again. */
  cancelPending(): Promise<{ restored: boolean }>;
  /** `confirmed` is false when only local state was cleared (`forceClear`) because the server was not reached. */
  logout(options?: { forceClear?: boolean }): Promise<{ confirmed: boolean }>;
  /** Makes the session end `minutes` from now (5 to 527040; Stytch's bounds). */
  extend(minutes: number): Promise<Snapshot>;
  /** Takes over a session that a back end has made. */
  hydrate(tokens: { sessionToken: string; sessionJwt?: string }): Promise<Snapshot>;
  /** Uses the token in the page's URL, once. With a link to reset a password a new one has to be given as well: `stytch-callback` asks for it. */
  authenticateByUrl(): Promise<Snapshot>;
  /** Hands over a response that the host page got from the SDK itself. */
  accept(response: object): Promise<Snapshot>;
  /** Asks the API whether the session still holds. */
  refresh(): Promise<Snapshot>;
  /**
   * Asks a signed-in member for a factor again, unless one is no older than `maxAge` seconds: of one method, or of
   * any; with `mfa`, of a second factor where the session has none. Resolves when it is proved; rejects with
   * `cancelled` or `unavailable`, and never settles for less.
   */
  stepUp(want: Want): Promise<Snapshot>;
}

interface Store {
  takeTicket(): Ticket | undefined;
  stepUp(want: Want): Promise<Snapshot>;
  send(intent: Intent): Promise<unknown>;
  getSnapshot(): Snapshot;
}

/** The actions of a store: each is an intent. */
export function actionsOf(store: Store): Actions {
  const ask = async (intent: Intent): Promise<Snapshot> => {
    await store.send(intent);
    return store.getSnapshot();
  };
  return {
    switchOrganization: (organization_id) => ask({ type: 'switch', organization_id }),
    cancelPending: async () => ({ restored: (await ask({ type: 'cancel' })).status === 'signed-in' }),
    logout: async ({ forceClear = false } = {}) =>
      ((await store.send({ type: 'logout', forceClear })) ?? { confirmed: true }) as { confirmed: boolean },
    extend: (minutes) => ask({ type: 'extend', minutes }),
    hydrate: ({ sessionToken, sessionJwt }) =>
      ask({ type: 'hydrate', session_token: sessionToken, session_jwt: sessionJwt }),
    authenticateByUrl: async () => {
      const ticket = store.takeTicket();
      return ticket ? ask({ type: 'redeem', ticket }) : store.getSnapshot();
    },
    accept: (response) => ask({ type: 'accept', value: (response ?? {}) as Authentication }),
    refresh: () => ask({ type: 'refresh' }),
    stepUp: (want) => store.stepUp(want),
    ...stepsOf(ask),
  };
}

function stepsOf(ask: (intent: Intent) => Promise<Snapshot>): Steps {
  return {
    submitCode: (secret) => ask({ type: 'submit-code', secret }),
    submitRecoveryCode: (secret) => ask({ type: 'submit-recovery-code', secret }),
    submitPhone: (phone) => ask({ type: 'submit-phone', phone }),
    chooseMethod: (method) => ask({ type: 'choose-method', method }),
    resendCode: () => ask({ type: 'resend-code' }),
    sendLink: (email) => ask({ type: 'send-link', email }),
    sendCode: (email) => ask({ type: 'send-code', email }),
    submitPassword: (email, secret) => ask({ type: 'submit-password', email, secret }),
    resetPassword: (email) => ask({ type: 'reset-password', email }),
    startOAuth: (method) => ask({ type: 'start-oauth', method }),
    startSso: (connection_id) => ask({ type: 'start-sso', connection_id }),
    chooseOrganization: (organization_id) => ask({ type: 'choose-organization', organization_id }),
    createOrganization: ({ name, slug } = {}) => ask({ type: 'create-organization', name, slug }),
    confirmRecoveryCodes: () => ask({ type: 'codes-saved' }),
  };
}
