import { type ReactiveElement, type TemplateResult, html, nothing } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import { choosing } from '../../messages/en-password.js';
import { addEnglish } from '../../messages/messages.js';
import { form } from '../prompt/form.js';
import type { Scene } from '../prompt/screen.js';
import { PasswordCheck, inWords } from './password-check.js';
import { passwordField, passwordIn } from './password-field.js';

/** Whose password it is, if that is known, and what is done with it. */
interface Use {
  readonly email?: string | undefined;
  submit(this: void, password: string): unknown;
}

/** A form for a new password, which says how good it is while it is typed. */
export class NewPassword {
  readonly #check: PasswordCheck;
  #isSending = false;

  constructor(host: ReactiveElement, auth: AuthController) {
    addEnglish(choosing);
    this.#check = new PasswordCheck(host, auth);
  }

  template(scene: Scene, { email, submit }: Use): TemplateResult {
    const check = this.#check;
    const hint = `${scene.id}-strength`;
    const typed = ({ target }: Event) => check.typed((target as HTMLInputElement).value, email);
    const submitted = async (values: FormData) => {
      const password = passwordIn(values);
      if (this.#isSending) return;
      this.#isSending = true; // a double click is one
      const isGood = await check.take(password, email);
      this.#isSending = false;
      if (isGood) submit(password);
      else scene.refuse(inWords(check.verdict, scene.messages));
    };
    const fields = html`
      ${email ? hiddenName(email) : nothing}
      ${passwordField(scene, { autocomplete: 'new-password', explainedBy: hint, typed })}
      ${this.#strength(scene, hint)}
    `;
    return form(scene, submitted, fields, [], check.passes ? undefined : hint);
  }

  /** Forgets what has been typed, as when the form is gone. */
  reset(): void {
    this.#check.reset();
  }

  #strength({ messages }: Scene, id: string): TemplateResult {
    const { verdict, passes } = this.#check;
    const score = typeof verdict === 'object' ? verdict.score : undefined;
    const value = score === undefined ? 0 : passes ? Math.max(3, score) : Math.min(2, score);
    const words = inWords(verdict, messages);
    return html`
      <div
        class="stytch-meter"
        role="meter"
        aria-label=${messages.password.strength}
        aria-valuemin="0"
        aria-valuemax="4"
        aria-valuenow=${value}
        aria-valuetext=${words}
        data-level=${score === undefined ? 'none' : value}
      ></div>
      <p class="stytch-hint" id=${id} aria-live="polite">${words}</p>
    `;
  }
}

/** For password managers, which save a password for a name. */
function hiddenName(email: string): TemplateResult {
  return html`<input class="stytch-fixed" hidden readonly name="email" autocomplete="username" value=${email} />`;
}
