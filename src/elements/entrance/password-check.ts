import type { ReactiveElement } from 'lit';
import type { Strength } from '../../client/reads.js';
import type { AuthController } from '../../controllers/auth-controller.js';
import type { Messages } from '../../messages/messages.js';

/** Milliseconds without a key before a password is checked. */
const PAUSE = 500;

/** What is known of a password: that nothing was typed, that the answer is awaited or cannot be had, or the answer. */
export type Verdict = 'none' | 'awaited' | 'unknown' | Strength;

/** Has the project's policy look at a password while it is typed. Late answers, about another password, count nothing. */
export class PasswordCheck {
  readonly #host: ReactiveElement;
  readonly #auth: AuthController;
  #password = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: Promise<void> | undefined;
  verdict: Verdict = 'none';

  constructor(host: ReactiveElement, auth: AuthController) {
    this.#host = host;
    this.#auth = auth;
  }

  /** Whether nothing is known against the password: where it cannot be checked, the server decides. */
  get passes(): boolean {
    return this.verdict === 'unknown' || (typeof this.verdict === 'object' && this.verdict.valid_password);
  }

  typed(password: string, email?: string): void {
    if (password === this.#password) return;
    this.#password = password;
    this.#asked = undefined;
    this.#show(password ? 'awaited' : 'none');
    clearTimeout(this.#timer);
    if (password) this.#timer = setTimeout(() => void this.#ask(email), PAUSE);
  }

  /** Whether a password that is to be used at once passes; what has not been asked about yet is asked now. */
  async take(password: string, email?: string): Promise<boolean> {
    this.typed(password, email);
    clearTimeout(this.#timer);
    if (password) await this.#ask(email);
    return this.#password === password && this.passes;
  }

  /** Forgets the password, as for another person. */
  reset(): void {
    this.typed('');
  }

  #ask(email?: string): Promise<void> {
    return (this.#asked ??= this.#check(this.#password, email));
  }

  async #check(password: string, email?: string): Promise<void> {
    const verdict = await this.#auth.store?.strengthOf(password, email).catch(() => undefined);
    if (password === this.#password) this.#show(verdict ?? 'unknown');
  }

  #show(verdict: Verdict): void {
    this.verdict = verdict;
    this.#host.requestUpdate();
  }
}

/** What a verdict means, in our own words: the server's are English. */
export function inWords(verdict: Verdict, { password: words }: Messages): string {
  if (verdict === 'none') return words.hint;
  if (verdict === 'awaited') return words.checking;
  if (verdict === 'unknown') return words.unchecked;
  if (verdict.breached_password) return words.breached;
  if (verdict.valid_password) return verdict.score > 3 ? words.veryStrong : words.strong;
  return verdict.strength_policy === 'luds' ? lacking(verdict.luds_feedback, words) : words.guessable;
}

/** A password by rules: how long it has to be, and of how many kinds of characters. */
function lacking(feedback: Strength['luds_feedback'], words: Messages['password']): string {
  const { missing_characters, missing_complexity } = feedback;
  const has = {
    lower: feedback.has_lower_case,
    upper: feedback.has_upper_case,
    digit: feedback.has_digit,
    symbol: feedback.has_symbol,
  };
  const kinds = (['lower', 'upper', 'digit', 'symbol'] as const).filter((kind) => !has[kind]);
  const long = missing_characters > 0 ? words.tooShort(missing_characters) : '';
  const mixed = missing_complexity > 0 ? words.tooPlain(kinds) : '';
  return [long, mixed].filter(Boolean).join(' ') || words.guessable;
}
