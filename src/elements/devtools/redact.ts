/** What an identifier of Stytch's looks like; it says nothing that has to be kept. */
const ID = /^[a-z]+(-[a-z]+)*-(test|live)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PUBLIC_TOKEN = /\b(public-token-(?:test|live))-[\w-]+/g;
const URLS = /\bhttps?:\/\/[^\s"']+/g;
const LONG = /[\w+=-]{24,}/g;
const EMAIL = /([\w.+-])[\w.+-]*@([\w-]+(\.[\w-]+)*)/g;
const PHONE = /\+\d{4,13}(\d{2})\b/g;

/** A text without what could be a token: long runs that are no identifier, and all of a URL after its path. */
export function redact(text: string): string {
  return text.replace(PUBLIC_TOKEN, '$1-…').replace(URLS, bare).replace(LONG, hideToken);
}

/** A text in which nobody can be recognised by an e-mail address or a telephone number. */
export function mask(text: string): string {
  return text.replace(EMAIL, '$1•••@$2').replace(PHONE, '+•••$1');
}

/** A value of any shape, each text in it changed by `change`. */
export function mapTexts<T>(value: T, change: (text: string) => string): T;
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each as unknown, change)]));
}

/** `error_type`s and the like are long, too, but in small letters only. */
function hideToken(run: string): string {
  return ID.test(run) || !/[0-9A-Z]/.test(run) ? run : '[hidden]';
}

function bare(url: string): string {
  if (!URL.canParse(url)) return url;
  const { origin, pathname, search, hash } = new URL(url);
  return `${origin}${pathname}${search || hash ? '?…' : ''}`;
}
