import type { ReactiveElement } from 'lit';
import type { CountryCode } from 'libphonenumber-js/min';

type Library = typeof import('./lazy-phone.js');

/** What a page says about telephone numbers. */
export interface PhoneOptions {
  readonly defaultCountry?: string | undefined;
  readonly countries: readonly string[];
}

interface Country {
  readonly code: string;
  readonly name: string;
}

/** A country and a number in it. What knows about numbers is loaded when it is first needed. */
export class PhoneField {
  readonly #host: ReactiveElement;
  readonly #options: PhoneOptions;
  #library: Library | undefined;
  #picked: string | undefined;
  #guessed: string | undefined;
  #names: { language: string; codes: readonly string[]; countries: readonly Country[] } | undefined;

  /** The number that was last taken, as its owner would write it abroad; in memory only. */
  written = '';

  constructor(host: ReactiveElement, options: PhoneOptions) {
    this.#host = host;
    this.#options = options;
  }

  get isReady(): boolean {
    return this.#library !== undefined;
  }

  /** Loads what knows about numbers; where that fails, another call tries again. */
  async load(): Promise<void> {
    if (this.#library) return;
    this.#library = await import('./lazy-phone.js').catch(() => undefined);
    this.#guessed = undefined;
    this.#host.requestUpdate();
  }

  get country(): string {
    return this.#picked ?? (this.#guessed ??= guess(this.#codes(), this.#options.defaultCountry));
  }

  /** The countries to choose from, by name; only the likely one until the rest is known. */
  countriesIn(language: string): readonly Country[] {
    const codes = this.#library ? this.#codes() : [this.country];
    if (this.#names?.language !== language || this.#names.codes.join() !== codes.join())
      this.#names = { language, codes, countries: this.#named(codes, language) };
    return this.#names.countries;
  }

  readonly chosen = (event: Event): void => {
    this.#picked = (event.target as HTMLSelectElement).value;
  };

  /** A number written with its country, as when it is pasted, chooses the country. */
  readonly typed = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    const country = /^\s*[+＋]/.test(value) ? this.#parse(value)?.country : undefined;
    if (!country || country === this.country || !this.#codes().includes(country)) return;
    this.#picked = country;
    this.#host.requestUpdate();
  };

  /** The number that was typed in E.164, if it is one. */
  async take(text: string): Promise<string | undefined> {
    await this.load();
    const number = this.#parse(text);
    const { countries } = this.#options;
    if (!number?.isPossible()) return undefined; // what is in use changes faster than a library
    if (countries.length > 0 && number.country && !countries.includes(number.country)) return undefined;
    this.written = number.formatInternational();
    return number.number;
  }

  /** Forgets the number and the choice, as for another person. */
  reset(): void {
    this.written = '';
    this.#picked = this.#guessed = undefined;
  }

  #parse(text: string) {
    return this.#library?.parsePhoneNumberFromString(text, this.country as CountryCode);
  }

  #codes(): readonly string[] {
    const { countries } = this.#options;
    const all: readonly string[] = this.#library?.getCountries() ?? [];
    return countries.length > 0 ? countries.filter((code) => !this.#library || all.includes(code)) : all;
  }

  #named(codes: readonly string[], language: string): readonly Country[] {
    const tag = localeOf(language)?.baseName ?? 'en';
    const names = new Intl.DisplayNames([tag], { type: 'region' });
    const code = (country: string) =>
      this.#library ? ` (+${this.#library.getCountryCallingCode(country as CountryCode)})` : '';
    return codes
      .map((each) => ({ code: each, name: `${names.of(each) ?? each}${code(each)}` }))
      .sort((one, other) => one.name.localeCompare(other.name, tag));
  }
}

/** The country somebody is likely to have a telephone in: what the page says, then what they speak. */
function guess(codes: readonly string[], said: string | undefined): string {
  const spoken = navigator.languages.map(localeOf);
  const likely = [said?.toUpperCase(), ...spoken.map((each) => each?.region), spoken[0]?.maximize().region];
  const known = [...likely, ...codes, 'US'].filter((region) => region !== undefined);
  return known.find((region) => (codes.length > 0 ? codes.includes(region) : /^[A-Z]{2}$/.test(region)))!;
}

/** Pages and systems have tags that are none, such as `en_US` and `C`. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
