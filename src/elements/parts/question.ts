import { html } from 'lit';

/** A question in a dialog: what it is about, and the ways on, the main one last. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly problem?: string | undefined;
  readonly ways: readonly { readonly label: string; readonly take: () => void; readonly isLoss?: boolean }[];
}

/** A `<dialog>` for `Modal` to open. */
export function questionDialog({ title, text, problem, ways }: Question) {
  return html`
    <dialog part="dialog" aria-labelledby="heading" aria-describedby="text">
      <section class="card" part="base">
        <header>
          <h2 id="heading" part="heading">${title}</h2>
          <p id="text" part="text">${text}</p>
        </header>
        <p part="error" role="alert" ?hidden=${!problem}>${problem}</p>
        <div class="ways">${ways.map(way)}</div>
      </section>
    </dialog>
  `;
}

function way({ label, take, isLoss }: Question['ways'][number], index: number) {
  const [look, part] =
    index > 0 ? [`button primary ${isLoss ? 'loss' : ''}`, 'button primary-button'] : ['button', 'button'];
  return html`<button class=${look} part=${part} type="button" @click=${take}>${label}</button>`;
}
