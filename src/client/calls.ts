import type { Answers, Authentication, Call, CallName, CallOf, Home } from '../flows/call.js';
import { StytchElementsError } from '../flows/errors.js';
import { toProblem } from './problem.js';
import { forgetSession } from './cache.js';
import { DEADLINE, withDeadline } from './deadline.js';
import { entrance } from './entrance.js';
import { open } from './open.js';
import { saveLeft } from './left.js';
import type { Client, Options } from './options.js';
import type { Vault } from './vault.js';

/** Milliseconds to wait for the server before a session is forgotten without it. */
const CLEAR_WITHIN = 5_000;

/** What a call is carried out with; `minutes` is how long a session lasts. */
export interface Desk {
  readonly client: Client;
  readonly options: Options;
  readonly vault: Vault;
  readonly minutes: number;
  /** Where links and redirects lead to; otherwise the project's default. */
  readonly callbackUrl: string | undefined;
}

/** What carries the calls of these names out. */
export type Performers<N extends CallName = CallName> = {
  readonly [K in N]: (desk: Desk, call: CallOf<K>) => Promise<Answers[K]>;
};

/** Every call to the SDK that changes anything, by name. Tokens in its answers stay here. */
const calls: Performers = {
  ...entrance,

  enter: async (desk, { organization_id, home }) => {
    const { client, minutes } = desk;
    if (client.session.getSync() || (home && (await putBack(desk, home))))
      return open(await client.session.exchange({ organization_id, session_duration_minutes: minutes }));
    return exchangeIntermediate(desk, organization_id);
  },

  restore: async (desk, { home }) => (await putBack(desk, home)) ?? exchangeIntermediate(desk, home.organization_id),

  revoke: async ({ client, options }, { forceClear }) => {
    const session = client.session.getSync();
    const isOutOfReach = forceClear && session !== null && client.session.getTokens() === null;
    if (isOutOfReach) saveLeft(options.publicToken, session.member_session_id); // until the server says otherwise
    try {
      const revoked = client.session.revoke({ forceClear });
      await (forceClear ? withDeadline(revoked, CLEAR_WITHIN) : revoked);
      saveLeft(options.publicToken, null);
      return { confirmed: true };
    } catch (thrown) {
      const problem = toProblem(thrown, 'revoke');
      if (problem.code !== 'session-ended' && !forceClear) throw problem;
      if (problem.code === 'session-ended') saveLeft(options.publicToken, null);
      if (problem.code === 'timeout') forgetSession(options); // the SDK forgets only once it has an answer
      return { confirmed: problem.code === 'session-ended' };
    }
  },

  authenticate: async ({ client }, { minutes }) =>
    open(await client.session.authenticate(minutes ? { session_duration_minutes: minutes } : undefined)),

  hydrate: async ({ client, minutes }, { session_token, session_jwt }) => {
    if (!session_token) throw new StytchElementsError('misconfigured', { detail: 'no-token' });
    const before = client.session.getTokens();
    client.session.updateSession({ session_token, session_jwt: session_jwt ?? '' }); // a missing one would be written as text
    const giveUp = () => before && client.session.updateSession(before);
    const late = setTimeout(giveUp, DEADLINE - 500); // when nobody waits any more, the session of before is the one to keep
    try {
      return open(await client.session.authenticate({ session_duration_minutes: minutes }));
    } catch (thrown) {
      giveUp();
      if (before) await client.session.authenticate().catch(() => undefined);
      throw thrown;
    } finally {
      clearTimeout(late);
    }
  },

  'send-sms': async ({ client }, { who, phone }) => {
    await client.otps.sms.send({ ...who, ...(phone && { mfa_phone_number: phone }) });
    return null;
  },

  'create-totp': async ({ client }, { who }) => {
    const { secret, recovery_codes } = await client.totp.create(who);
    return { secret, recovery_codes };
  },

  verify: async ({ client, minutes }, { method, who, secret: code, enrolling }) => {
    const options = { ...who, code, session_duration_minutes: minutes };
    const enrollment = enrolling ? ({ set_mfa_enrollment: 'enroll' } as const) : {};
    if (method === 'sms_otp') return open(await client.otps.sms.authenticate({ ...options, ...enrollment }));
    return open(
      await client.totp.authenticate({ ...options, ...enrollment, ...(enrolling && { set_default_mfa: true }) }),
    );
  },

  recover: async ({ client, minutes }, { who, secret }) =>
    open(await client.recoveryCodes.recover({ ...who, recovery_code: secret, session_duration_minutes: minutes })),

  list: async ({ client }) => {
    const { email_address, discovered_organizations } = await client.discovery.organizations.list();
    return { email_address, discovered_organizations };
  },

  join: (desk, { organization_id }) => exchangeIntermediate(desk, organization_id),

  create: async ({ client, minutes }, { name, slug }) => {
    const named = { ...(name && { organization_name: name }), ...(slug && { organization_slug: slug }) };
    return open(await client.discovery.organizations.create({ ...named, session_duration_minutes: minutes }));
  },

  'get-codes': async ({ client }) => (await client.recoveryCodes.get()).recovery_codes,

  'rotate-codes': async ({ client }) => (await client.recoveryCodes.rotate()).recovery_codes,

  'remove-factor': async ({ client }, { method }) => {
    if (method === 'totp') await client.self.deleteMFATOTP();
    else await client.self.deleteMFAPhoneNumber();
    return null;
  },

  'set-default': async ({ client }, { method }) => {
    await client.self.update({ default_mfa_method: method });
    return null;
  },
};

/** Carries a call out. To forget a session takes no SDK, which may not come. */
export async function carryOut(call: Call, options: Options, desk: Promise<Desk>): Promise<unknown> {
  const perform = calls[call.call] as (desk: Desk, call: Call) => Promise<unknown>;
  if (call.call !== 'revoke' || !call.forceClear) return perform(await desk, call);
  const had = await withDeadline(desk, CLEAR_WITHIN).catch(() => undefined);
  if (had) return perform(had, call);
  forgetSession(options);
  return { confirmed: false };
}

/** Puts the tokens of `home` back and has them confirmed; undefined when this tab does not have them. */
async function putBack({ client, vault }: Desk, home: Home): Promise<Authentication | undefined> {
  const tokens = vault.tokensOf(home);
  if (!tokens) return undefined;
  client.session.updateSession(tokens);
  return open(await client.session.authenticate());
}

async function exchangeIntermediate({ client, minutes }: Desk, organization_id: string): Promise<Authentication> {
  const options = { organization_id, session_duration_minutes: minutes };
  return open(await client.discovery.intermediateSessions.exchange(options));
}
