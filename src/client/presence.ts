import type { EndReason } from '../flows/vigil.js';

/** What tabs tell each other about a member: times in milliseconds since 1970 by the device's clock, nothing secret. */
export interface Facts {
  /** The last sign of the member. */
  readonly activeAt: number;
  /** The last extension of the session. */
  readonly extendedAt: number;
  /** When the member took note of an end that cannot be put off. */
  readonly notedAt: number;
  readonly since?: Since | undefined;
  /** What sessions are held to, by the page that watched last. */
  readonly limits?: Limits | undefined;
  /** The last session that came to its end, or is being ended, by its identifier. */
  readonly ended?: { readonly session: string; readonly reason: EndReason | 'revoked' | 'user' } | undefined;
}

/** How long a session may last, in milliseconds: without a sign of the member, and at all. Missing is without end. */
export interface Limits {
  readonly idle?: number | undefined;
  readonly absolute?: number | undefined;
}

/** The session of now. */
export interface Since {
  readonly session: string;
  /** Whose it is, in whatever organization; see `markOf`. */
  readonly who: number;
  /** When it began, as Stytch says (ISO 8601). */
  readonly started: string;
  /** When its member signed in, which may have been into another organization. */
  readonly at: number;
  /** Until when it may last. */
  readonly until: number;
}

const NOTHING: Facts = { activeAt: 0, extendedAt: 0, notedAt: 0 };

/**
 * Tells one person from another without naming them: their identifiers differ between organizations, their address does
 * not. It is too short for the address to be guessed from it by whoever finds it on the device after they have left.
 */
export function markOf(email: string): number {
  return [...email.toLowerCase()].reduce((mark, letter) => (mark * 31 + letter.codePointAt(0)!) & 0xffff, 0);
}

const keyOf = (publicToken: string) => `stytch-elements:${publicToken}:presence`;

/** Whether a session is past its limits, or is being ended for that, so that it is not to be shown any more. */
export function isPast(publicToken: string, session: string, now: number): boolean {
  try {
    const facts = { ...NOTHING, ...(JSON.parse(localStorage.getItem(keyOf(publicToken)) ?? '{}') as Partial<Facts>) };
    return isEnding(facts, session) || pastLimit(facts, session, facts.limits, now) !== undefined;
  } catch {
    return false;
  }
}

/** Whether a session is being ended, or was, because it is past its limits. */
export function isEnding({ ended }: Facts, session: string): boolean {
  return ended?.session === session && (ended.reason === 'idle' || ended.reason === 'absolute');
}

/** The limit that a session is past, if any. */
export function pastLimit(
  { since, activeAt }: Facts,
  session: string,
  { idle = Infinity, absolute = Infinity }: Limits = {},
  now = Date.now(),
): 'idle' | 'absolute' | undefined {
  if (since?.session !== session) return undefined;
  const [idleAt, lastAt] = [activeAt + idle, since.at + absolute];
  if (now < Math.min(idleAt, lastAt)) return undefined;
  return idleAt <= lastAt ? 'idle' : 'absolute';
}

/**
 * What all tabs of a site know of a member's presence: in `localStorage`, whose events reach the others at once. A channel
 * between tabs would reach those only that are open and awake; a page that opens later, or comes back from the
 * back/forward cache, has to know as well whether its session is over.
 */
export class Presence {
  readonly #key: string;
  readonly #changed: () => void;
  #facts = NOTHING;

  /** `changed` is called when another tab has noted something. */
  constructor(publicToken: string, changed: () => void) {
    this.#key = keyOf(publicToken);
    this.#changed = changed;
  }

  /** Returns what ends it. */
  listen(): () => void {
    addEventListener('storage', this.#heard);
    return () => removeEventListener('storage', this.#heard);
  }

  get facts(): Facts {
    try {
      const stored = JSON.parse(localStorage.getItem(this.#key) ?? 'null') as Partial<Facts> | null;
      if (stored) this.#facts = { ...NOTHING, ...stored };
    } catch {
      // blocked or damaged: what this tab knows
    }
    return this.#facts;
  }

  note(part: Partial<Facts>): void {
    this.#facts = { ...this.facts, ...part };
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#facts));
    } catch {
      return; // full or blocked: this tab alone knows
    }
  }

  readonly #heard = ({ key }: StorageEvent): void => {
    if (key === this.#key) this.#changed();
  };
}
