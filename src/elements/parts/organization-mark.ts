import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/** An organization's logo; its initials, in a colour of its own, until that is there, if it fails, and without one. */
export function organizationMark(id: string, name: string, logo: string | undefined) {
  const url = safeLogo(logo);
  return html`
    <span
      part="avatar logo"
      class="mark"
      aria-hidden="true"
      data-initials=${initialsOf(name)}
      .style=${`--_hue:${hueOf(id)}`}
      >${url ? keyed(url, image(url)) : nothing}</span
    >
  `;
}

function image(url: string) {
  return html`
    <img src=${url} alt="" width="24" height="24" loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${fail} />
  `;
}

function fail({ target }: Event): void {
  (target as HTMLImageElement).hidden = true;
}

/** Whole http(s) URLs only, as the browser's own parser reads them. */
function safeLogo(logo: string | undefined): string | undefined {
  if (!logo || !URL.canParse(logo)) return undefined;
  const { protocol, href } = new URL(logo);
  return /^https?:$/.test(protocol) ? href : undefined;
}

/** First letters of the first two words, kept apart for scripts that would join them. */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? [name];
  return words
    .slice(0, 2)
    .map((word) => [...word][0]!.toLocaleUpperCase())
    .join('\u200c');
}

/** Neighbouring identifiers have distant hues. */
function hueOf(id: string): number {
  return ([...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) * 137) % 360;
}
