import type { ReactiveController, ReactiveElement } from 'lit';
import { Alarm } from '../../client/alarm.js';
import { Presence } from '../../client/presence.js';
import type { AuthStore } from '../../client/store.js';
import type { AuthController } from '../../controllers/auth-controller.js';
import { announce } from '../../controllers/events.js';
import type { TextController } from '../../controllers/text-controller.js';
import { type Verdict, judge } from '../../flows/vigil.js';
import { keepAlive } from '../../messages/en-keep-alive.js';
import { addEnglish } from '../../messages/messages.js';
import { button } from '../../styles/button.js';
import { card } from '../../styles/card.js';
import { dialog } from '../../styles/dialog.js';
import { keepAlive as look } from '../../styles/keep-alive.js';
import { followActivity } from './activity.js';
import { Ending } from './ending.js';
import { Extension } from './extension.js';
import { isFirst, queueUp } from './line.js';
import { RuleBook, type Settings } from './rules.js';
import { sightOf } from './sight.js';
import { Warning, type Warned } from './warning.js';

interface Host extends ReactiveElement, Settings {
  readonly redirectTo?: string | undefined;
}

interface Owner {
  readonly auth: AuthController;
  readonly text: TextController;
}

/** Least time between two notes of activity, in milliseconds: other tabs are not told more often. */
const THROTTLE = 5_000;

/** Watches a session: extends it, warns of its end, ends it. It looks at each update of its host, and has it update in time. */
export class Keeper implements ReactiveController {
  static readonly styles = [button, card, dialog, look];

  readonly #host: Host;
  readonly #auth: AuthController;
  readonly #extension: Extension;
  readonly #ending: Ending;
  readonly #warning: Warning;
  readonly #rules: RuleBook;
  readonly #alarm: Alarm;
  #presence: Presence | undefined;
  #verdict: Verdict | undefined;
  #activeAt = 0;
  #isWarned = false;
  #hasEnded = false;

  constructor(host: Host, { auth, text }: Owner) {
    addEnglish(keepAlive);
    this.#host = host;
    this.#auth = auth;
    this.#alarm = new Alarm(() => host.requestUpdate());
    this.#rules = new RuleBook(host);
    this.#extension = new Extension(host);
    this.#ending = new Ending(host, auth);
    const warned = () => this.#warned();
    this.#warning = new Warning(host, {
      text,
      warned,
      stay: () => this.#stay(),
      signOut: () => void this.#ending.signOut(),
    });
  }

  get state(): 'idle' | 'watching' | 'warning' | 'ended' {
    if (!this.#verdict) return this.#hasEnded ? 'ended' : 'idle';
    return this.#verdict.state === 'warning' ? 'warning' : 'watching';
  }

  template() {
    return this.#warning.template();
  }

  /** Watches the session of a store; returns what ends it. */
  join(store: AuthStore): () => void {
    const presence = new Presence(store.options.publicToken, () => this.#host.requestUpdate());
    const leave = [queueUp(store, this.#host), followActivity(this.#active), presence.listen()];
    this.#presence = presence;
    if (store.limits) presence.note({ limits: store.limits() }); // for the first paint of pages to come
    return () => {
      leave.forEach((each) => each());
      this.#presence = undefined;
      this.#verdict = undefined;
    };
  }

  hostUpdate(): void {
    this.#verdict = this.#judge();
    const { session } = this.#auth.snapshot;
    if (!session || !this.#verdict) return;
    this.#hasEnded = false;
    this.#ending.follow(session, this.#verdict);
  }

  hostUpdated(): void {
    const { store } = this.#auth;
    const verdict = this.#verdict;
    this.#alarm.at(verdict?.lookAt);
    if (store && this.#presence) {
      if (verdict) this.#act(verdict, store, this.#presence);
      else if (isFirst(store, this.#host)) this.#lookBack(this.#presence);
    }
  }

  hostDisconnected(): void {
    this.#alarm.at(undefined);
  }

  #judge(): Verdict | undefined {
    const { snapshot, store } = this.#auth;
    const presence = this.#presence;
    if (!snapshot.session || !store || !presence || !isFirst(store, this.#host)) return undefined;
    const { session, member } = snapshot;
    const around = { presence, ...store.clock.moment };
    const sight = sightOf({ session, member }, around, this.#extension, !snapshot.fromCache);
    return judge(sight, this.#rules.for(store));
  }

  /** Somebody is there. Whoever is being warned has to answer; what is over is over. */
  readonly #active = (): void => {
    const now = Date.now();
    if (Math.abs(now - this.#activeAt) < THROTTLE) return;
    this.#activeAt = now;
    const state = this.#judge()?.state;
    if (state === 'watching' || (state === 'warning' && this.#host.silent)) this.#presence?.note({ activeAt: now });
    this.#host.requestUpdate();
  };

  #act(verdict: Verdict, store: AuthStore, presence: Presence): void {
    const isWarning = verdict.state === 'warning';
    if (isWarning && !this.#isWarned) this.#announceWarning(verdict, store);
    this.#isWarned = isWarning;
    if (verdict.state === 'over')
      void this.#ending.end(store, presence, verdict).catch(() => undefined); // a page that is leaving
    else if (verdict.extend > 0) void this.#extension.go(store, presence, () => this.#judge()?.extend ?? 0);
    else if (!isWarning) this.#extension.isAsked = false;
  }

  #announceWarning({ endsAt }: Verdict, { clock: { skew } }: AuthStore): void {
    const expiresAt = new Date(endsAt + skew).toISOString();
    announce(this.#host, 'stytch-session-warning', { expiresAt, skewSeconds: Math.round(skew / 1000) });
  }

  #lookBack(presence: Presence): void {
    this.#isWarned = false;
    this.#extension.forget();
    if (!this.#ending.look(presence)) return;
    this.#hasEnded = true;
    this.#host.requestUpdate();
  }

  #warned(): Warned | undefined {
    if (this.#verdict?.state !== 'warning' || this.#host.silent || !this.#auth.store) return undefined;
    const { isAsked, problem } = this.#extension;
    const { warn: length } = this.#rules.for(this.#auth.store);
    const { isSigningOut } = this.#ending;
    return { ...this.#verdict, length, isBusy: isAsked && !problem, isSigningOut, problem };
  }

  #stay(): void {
    if (this.#ending.isSigningOut) return;
    const now = Date.now();
    this.#extension.ask();
    this.#presence?.note(this.#verdict?.canStay ? { activeAt: now } : { activeAt: now, notedAt: now });
    this.#host.requestUpdate();
  }
}
