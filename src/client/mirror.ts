import { homeOf } from '../flows/arrive.js';
import type { News, State } from '../flows/flow.js';
import { isOver, sameSigned } from '../flows/session.js';
import type { Moment } from '../flows/skew.js';
import type { MemberSession, Reason } from '../flows/types.js';
import { type Found, find } from './found.js';
import type { Client } from './options.js';
import type { Surroundings } from './snapshot.js';
import type { Vault } from './vault.js';

/** Whoever is told what has changed without being asked for. */
export interface Owner {
  news(news: News, reason: Reason): unknown;
  around(part: Partial<Surroundings>): void;
  state(): State;
  moment(): Moment;
  /** Stytch has told what time it is, some time before now. */
  heard(time: string): void;
  /** Whether a session is being ended because it is past its limits: it is not shown any more. */
  isEnding(session: MemberSession): boolean;
  /** A session is there that was left while the server could not be told. */
  left(): void;
  /** True while a call of ours may be changing what the SDK holds. */
  isBusy(): boolean;
}

/**
 * Compares what the SDK holds with what is shown, and reports the difference. Answers with true when tokens are in
 * place that nobody has confirmed yet, as after a way back on which the network failed.
 */
export function compare(client: Client, vault: Vault, owner: Owner, reason: Reason): boolean {
  const found = owner.isBusy() ? undefined : find(client);
  if (!found) return false;
  if (found.signed && owner.isEnding(found.signed.session)) return false;
  const { auth, problem } = owner.state();
  if (!isUsable(found, client, vault, owner)) {
    if (!found.signed && auth.status === 'signed-in' && !isOver(auth, owner.moment()) && client.session.getTokens()) {
      owner.around({ fromCache: true });
      return true;
    }
    if (found.signed || found.verified) owner.news(lost(auth, reason, owner), whyLost(auth, reason, owner));
    if (found.signed && vault.takeUntold(found.signed.session)) owner.left();
    return false;
  }
  const { signed, verified } = found;
  if (verified) owner.heard(signed.session.last_accessed_at);
  vault.keep(client);
  if (!verified) owner.around({ fromCache: true });
  if (verified && problem?.detail === 'unverified') owner.news({ type: 'verified' }, reason);
  const isShown = auth.status === 'signed-in' && sameSigned(auth, signed);
  if (!isShown) owner.news({ type: 'found', signed, verified, reason }, reason);
  if (verified) owner.around({ fromCache: false, online: true }); // not before: what was shown until then was not confirmed
  return false;
}

/** Whether the SDK's session holds: not over, and its cookies, where they were readable, still there. */
function isUsable(found: Found, client: Client, vault: Vault, owner: Owner): found is Found & { signed: object } {
  const { signed } = found;
  if (!signed || isOver(signed, owner.moment()) || vault.hasLeft(signed.session)) return false;
  return !vault.tokensOf(homeOf(signed)) || client.session.getTokens() !== null;
}

function lost(auth: State['auth'], reason: Reason, owner: Owner): News {
  return { type: 'found', signed: null, verified: true, reason: whyLost(auth, reason, owner) };
}

/** A session that ends without a word from another tab has come to its time, or was ended by the server. */
function whyLost(auth: State['auth'], reason: Reason, owner: Owner): Reason {
  if (reason !== 'refresh' || auth.status !== 'signed-in') return reason;
  return isOver(auth, owner.moment()) ? 'expired' : 'revoked';
}
