/** A new id in Stytch's spelling, such as `member-test-…`. */
export function newId(kind: string): string {
  return `${kind}-test-${crypto.randomUUID()}`;
}

/** A new unguessable token, 44 characters that are safe in a URL. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(33));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** A new six-digit code. */
export function newCode(): string {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(value % 1_000_000).padStart(6, '0');
}

/** Ten new recovery codes, such as `ckss-2skx-ebow`. */
export function newRecoveryCodes(): string[] {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  const group = () => Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => alphabet[byte % 32]).join('');
  return Array.from({ length: 10 }, () => [group(), group(), group()].join('-'));
}
