/**
 * The URL that a redirect may go to: http(s), on the `own` origin or an allowed one; otherwise undefined. The
 * browser's own parser decides, so that `//host`, `https:\\host` and `java\nscript:` are what they really are.
 */
export function safeUrl(target: string, allowedOrigins: readonly string[], base: string, own: string): URL | undefined {
  if (!URL.canParse(target, base)) return undefined;
  const url = new URL(target, base);
  const allowed = [own, ...allowedOrigins.filter((each) => URL.canParse(each)).map((each) => new URL(each).origin)];
  return /^https?:$/.test(url.protocol) && allowed.includes(url.origin) ? url : undefined;
}

/** Fills `{slug}` and `{id}` of a template, encoded so that each stays one segment of a path. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  const segment = (value: string) =>
    encodeURIComponent(value).replace(/^\.+$/, (dots) => dots.replaceAll('.', '%252E'));
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? segment(values[name]!) : whole));
}

/** The address of a page without what says why somebody was sent there, and without what of the page is meant. */
export function withoutReason(address: string): string {
  const [place = '', query = ''] = address.replace(/#.*/, '').split('?');
  const kept = query.split('&').filter((each) => each && !each.startsWith('reason='));
  return kept.length > 0 ? `${place}?${kept.join('&')}` : place;
}
