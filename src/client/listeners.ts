/** Functions to call on a change. One that throws is reported and hurts nobody else. */
export class Listeners<T> {
  readonly #listeners = new Set<{ readonly call: (value: T) => void }>();

  /** Returns what takes `listener` off again. */
  add(listener: (value: T) => void): () => void {
    const entry = { call: listener }; // so that the same function may be added twice
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  tell(value: T): void {
    for (const listener of [...this.#listeners]) call(listener.call, value);
  }
}

/** Calls a stranger's function; what it throws is reported as if it had been thrown on its own. */
export function call<T>(listener: (value: T) => void, value: T): void {
  try {
    listener(value);
  } catch (error) {
    reportError(error);
  }
}
