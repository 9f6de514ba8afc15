import type { ReactiveElement } from 'lit';
import { safeUrl } from '../../client/redirect.js';
import { StytchElementsError } from '../../flows/errors.js';

/** An element that says which back ends there are, and how they are asked. */
export interface Host extends ReactiveElement {
  readonly src?: string | undefined;
  readonly method: 'get' | 'post';
  readonly pushTo?: string | undefined;
  readonly replace: boolean;
  readonly csrfHeader: string;
  readonly csrfMeta: string;
  readonly csrfCookie?: string | undefined;
}

/** Where a page says that a back end is; throws unless it is on the page's own origin or among those `allowed`. */
export function urlOf(target: string, allowed: readonly string[] = []): URL {
  const url = safeUrl(target, allowed, document.baseURI, location.origin);
  if (!url) throw new StytchElementsError('misconfigured', { detail: 'address' });
  return url;
}

/** The header that proves that a request is the page's own; it is for the page's own origin alone. */
export function proofFor({ origin }: URL, { csrfHeader, csrfMeta, csrfCookie }: Host): Record<string, string> {
  if (origin !== location.origin) return {};
  const cookie = csrfCookie && document.cookie.split('; ').find((each) => each.startsWith(`${csrfCookie}=`));
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(csrfMeta)}"]`);
  const value = cookie ? decoded(cookie.slice(csrfCookie.length + 1)) : meta?.content;
  return value ? { [csrfHeader]: value } : {};
}

/** The typed error for whatever was thrown. */
export function problemOf(thrown: unknown): StytchElementsError {
  return thrown instanceof StytchElementsError ? thrown : new StytchElementsError('offline');
}

/** The value of a cookie; some are not encoded. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
