import type { ReactiveElement } from 'lit';

interface Drawing {
  /** Modules on a side. */
  readonly size: number;
  /** An SVG path; empty when it cannot be drawn. */
  readonly path: string;
}

/** Draws a QR code on this machine, so that the secret in it goes nowhere. The encoder is loaded when first needed. */
export class QrCode {
  readonly #host: ReactiveElement;
  #text = '';
  #drawing: Drawing | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** The drawing for the last text, once it is there. */
  get drawing(): Drawing | undefined {
    return this.#drawing;
  }

  /** Starts to draw `text`; an empty one forgets the last. */
  async draw(text: string): Promise<void> {
    if (text === this.#text) return;
    this.#text = text;
    this.#drawing = undefined;
    if (!text) return;
    const drawing = await drawn(text).catch(() => ({ size: 0, path: '' }));
    if (text !== this.#text) return;
    this.#drawing = drawing;
    this.#host.requestUpdate();
  }
}

/** The address that an authenticator app reads. */
export function authenticatorUri(issuer: string, account: string, secret: string): string {
  const name = encodeURIComponent(issuer);
  return `otpauth://totp/${name}:${encodeURIComponent(account)}?secret=${secret}&issuer=${name}`;
}

async function drawn(text: string): Promise<Drawing> {
  const { encode } = await import('uqr');
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}
