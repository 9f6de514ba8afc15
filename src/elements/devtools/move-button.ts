import { type TemplateResult, html } from 'lit';
import { type Corner, cornerName, cornerTowards, nextCorner } from './place.js';

type Host = HTMLElement & { readonly corner: Corner };

/** Moves the panel: a press to the next corner, an arrow key to the one it points to. */
export function moveButton(host: Host, move: (corner: Corner, name: string) => void): TemplateResult {
  const isRtl = () => host.matches(':dir(rtl)'); // at each press: the page may have turned since
  const go = (corner: Corner) => move(corner, cornerName(corner, isRtl()));
  const follow = (event: KeyboardEvent) => {
    const corner = cornerTowards(host.corner, event.key, isRtl());
    if (!corner) return;
    event.preventDefault();
    go(corner);
  };
  return html`
    <button
      class="button"
      part="button"
      title="${cornerName(host.corner, isRtl())}; press an arrow key to move it"
      @click=${() => go(nextCorner(host.corner))}
      @keydown=${follow}
    >
      Move
    </button>
  `;
}
