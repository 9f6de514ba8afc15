import { html, nothing } from 'lit';

/** A question in a dialog: what it is about, and the ways on, the main one last. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly problem?: string | undefined;
  readonly ways: readonly { readonly label: string; readonly take: () => void }[];
}

/** A `<dialog>` for `Modal` to open. */
export function questionDialog({ title, text, problem, ways }: Question) {
  return html`
    <dialog part="dialog" aria-labelledby="question-title" aria-describedby="question-text">
      <h2 id="question-title" part="dialog-title">${title}</h2>
      <p id="question-text">${text}</p>
      <p class="problem" role="alert">${problem ?? nothing}</p>
      <div class="ways">
        ${ways.map(
          ({ label, take }, index) => html`
            <button class="button ${index > 0 ? 'primary' : ''}" type="button" @click=${take}>${label}</button>
          `,
        )}
      </div>
    </dialog>
  `;
}
