import type { ReactiveElement } from 'lit';
import type { AuthStore } from '../../client/store.js';
import { announce } from '../../controllers/events.js';
import { StytchElementsError } from '../../flows/errors.js';
import type { Rules } from '../../flows/vigil.js';

/** What a page says about sessions; missing is the default. */
export interface Settings {
  readonly extendMinutes?: number | null | undefined;
  readonly everyMinutes?: number | null | undefined;
  readonly idleMinutes?: number | null | undefined;
  readonly absoluteMinutes?: number | null | undefined;
  readonly warnSeconds?: number | null | undefined;
  readonly silent: boolean;
}

const MINUTE = 60_000;
const WARN_SECONDS = 120;

const isLength = (minutes: number) => Number.isInteger(minutes) && minutes >= 5 && minutes <= 527_040;
const isPositive = (value: number) => value > 0 && value < Infinity;
const isCount = (value: number) => value >= 0 && value < Infinity;

/**
 * The rules that a page's settings make; `minutes` is what the provider gives a session. What cannot be is the default,
 * and `mistaken` is called. A warning takes half of the shortest time at the most: else it would never go away.
 */
export function rulesOf(settings: Settings, minutes: number, mistaken: () => void): Rules {
  const take = (given: number | null | undefined, isRight: (value: number) => boolean, otherwise: number) => {
    if (given === null || given === undefined) return otherwise;
    if (isRight(given)) return given;
    mistaken();
    return otherwise;
  };
  const extend = take(settings.extendMinutes, isLength, minutes) * MINUTE;
  const idle = take(settings.idleMinutes, isPositive, Infinity) * MINUTE;
  const absolute = take(settings.absoluteMinutes, isPositive, Infinity) * MINUTE;
  const warn = Math.min(take(settings.warnSeconds, isCount, WARN_SECONDS) * 1000, Math.min(extend, idle, absolute) / 2);
  const isInTime = (every: number) => isPositive(every) && every * MINUTE <= extend - warn;
  const every = take(settings.everyMinutes, isInTime, extend / 3 / MINUTE) * MINUTE;
  return { extend, every, idle, absolute, warn, isSilent: settings.silent };
}

/** The rules of now; a mistake in them is announced when it is made, not each time they are read. */
export class RuleBook {
  readonly #host: ReactiveElement & Settings;
  #key = '';
  #rules: Rules | undefined;

  constructor(host: ReactiveElement & Settings) {
    this.#host = host;
  }

  for({ minutes }: AuthStore): Rules {
    const { extendMinutes, everyMinutes, idleMinutes, absoluteMinutes, warnSeconds, silent } = this.#host;
    const key = [minutes, extendMinutes, everyMinutes, idleMinutes, absoluteMinutes, warnSeconds, silent].join();
    if (this.#rules && key === this.#key) return this.#rules;
    let isMistaken = false;
    this.#key = key;
    this.#rules = rulesOf(this.#host, minutes, () => (isMistaken = true));
    const error = new StytchElementsError('misconfigured', { detail: 'keep-alive' });
    if (isMistaken) announce(this.#host, 'stytch-error', { error });
    return this.#rules;
  }
}
