import { type TemplateResult, html, nothing } from 'lit';
import { isSoon, timeLeft } from './notices.js';
import type { Scene, Screen } from './screen.js';

/** What surrounds every screen; `said` is announced and not shown. */
export function frame(screen: Screen, scene: Scene, said: string): TemplateResult {
  const { title, figure, form, error = scene.error, choices = [], actions = [] } = screen;
  return html`
    <section class="card" part="base" aria-busy=${scene.busy !== null}>
      <slot name="header"></slot>
      <header>
        <h2 part="heading" id="heading" tabindex="-1">${title}</h2>
        <p part="text" id="text" role="status">${screen.text}</p>
      </header>
      ${figure}
      <p part="error" role="alert" ?hidden=${form !== undefined || !error}>${form ? nothing : error}</p>
      <slot name="form"></slot>
      <div class="choices" ?hidden=${choices.length === 0}>${choices}</div>
      <div part="actions" ?hidden=${actions.length === 0}>${actions}</div>
      ${foot(screen, scene)}
      <slot name="footer"></slot>
      <p class="visually-hidden" role="status">${said}</p>
    </section>
  `;
}

/** The time left, whose seconds are not announced, and the way out. */
function foot({ cancel, close, isDeadEnd }: Screen, scene: Scene) {
  const { messages, send, text } = scene;
  if (close)
    return html`<footer><button class="button" part="button close" @click=${close}>${messages.common.close}</button></footer>`;
  if (!cancel) return nothing;
  const left = isDeadEnd ? undefined : timeLeft(scene);
  return html`
    <footer>
      <p part="countdown deadline" role="timer" aria-live="off" class=${left !== undefined && isSoon(left) ? 'soon' : ''}>
        ${left === undefined ? nothing : messages.prompt.deadline(text.duration(left))}
      </p>
      <button class="button" part="button cancel" @click=${() => send(cancel)}>${messages.common.cancel}</button>
    </footer>
  `;
}
