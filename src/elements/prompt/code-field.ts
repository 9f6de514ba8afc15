const LENGTH = 6;

/** A field for six digits: takes them however they are written, and submits by itself once they are complete. */
export class CodeField {
  #tried = '';

  readonly typed = (event: Event): void => {
    if ((event as InputEvent).isComposing) return; // full-width digits on their way
    const field = event.target as HTMLInputElement;
    const code = digitsIn(field.value);
    if (code !== field.value) field.value = code;
    if (code.length === LENGTH && code !== this.#tried) field.form?.requestSubmit();
  };

  /** The code in what was typed, if it is complete; it is not submitted again unless somebody asks for that. */
  take(text: string): string | undefined {
    const code = digitsIn(text);
    if (code.length < LENGTH) return undefined;
    this.#tried = code;
    return code;
  }

  /** Forgets what has been tried, as on another screen. */
  reset(): void {
    this.#tried = '';
  }
}

/** The first six digits in `text`, of whatever script, as ASCII: “123 456”, “１２３−４５６” and “١٢٣٤٥٦” are the same. */
export function digitsIn(text: string): string {
  const digits = text.normalize('NFKC').match(/\p{Nd}/gu) ?? [];
  return digits.slice(0, LENGTH).map(valueOf).join('');
}

/** Unicode keeps the ten digits of a script in a row: a digit's value is its distance from the first. */
function valueOf(digit: string): number {
  const point = digit.codePointAt(0)!;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return value % 10;
}
