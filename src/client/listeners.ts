/** Functions to call on a change. One that throws is reported and hurts nobody else. */
export class Listeners<T> {
  readonly #functions = new Set<(value: T) => void>();

  /** Returns what takes `listener` off again. */
  add(listener: (value: T) => void): () => void {
    const entry = (value: T) => listener(value); // so that the same function may be added twice
    this.#functions.add(entry);
    return () => void this.#functions.delete(entry);
  }

  tell(value: T): void {
    for (const listener of [...this.#functions]) call(listener, value);
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
