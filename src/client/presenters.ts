/** What may have to be shown in the place of a page that has no element for it. */
export type Duty = 'mfa' | 'primary' | 'discovery' | 'callback' | 'switch' | 'again';

interface Presenter {
  readonly duty: Duty;
  readonly host: object;
  /** A page's own prompt goes before one that a switcher opens for itself. */
  readonly dedicated: boolean;
}

/** Decides which element of a page shows a prompt, so that it is shown once. */
export class Presenters {
  #presenters: readonly Presenter[] = [];
  #preferred: WeakRef<object> | undefined; // it may be long gone
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Returns what takes the presenter off again. */
  add(presenter: Presenter): () => void {
    this.#presenters = [...this.#presenters, presenter];
    this.#changed();
    return () => {
      this.#presenters = this.#presenters.filter((each) => each !== presenter);
      this.#changed();
    };
  }

  /** Whether anything on the page does that. */
  has(duty: Duty): boolean {
    return this.#presenters.some((each) => each.duty === duty);
  }

  /** Among equals, the element that a person has just used. */
  prefer(host: object): void {
    this.#preferred = new WeakRef(host);
  }

  /** Whether `host` is to show it, because the page has no element of its own for it. */
  isOn(duty: Duty, host: object): boolean {
    const candidates = this.#presenters.filter((each) => each.duty === duty);
    if (candidates.some((each) => each.dedicated)) return false;
    const used = this.#preferred?.deref();
    const preferred = candidates.find((each) => each.host === used) ?? candidates[0];
    return preferred?.host === host;
  }
}
