import { type TemplateResult, html } from 'lit';
import { field } from '../prompt/form.js';
import type { Scene } from '../prompt/screen.js';

interface PasswordField {
  readonly autocomplete: 'current-password' | 'new-password';
  readonly explainedBy?: string;
  readonly typed?: (event: Event) => void;
}

/** A password, with a button that shows what has been typed. */
export function passwordField(scene: Scene, more: PasswordField): TemplateResult {
  const { password: label, showPassword } = scene.messages.entrance;
  return html`
    ${field(scene, { name: 'password', label, type: 'password', look: 'stytch-password', ...more })}
    <button class="stytch-reveal" type="button" aria-pressed="false" @click=${reveal}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M2.5 12c2.2-4 5.4-6 9.5-6s7.3 2 9.5 6c-2.2 4-5.4 6-9.5 6s-7.3-2-9.5-6Z" />
        <circle cx="12" cy="12" r="3" />
        <path class="stytch-strike" d="m4 20 16-16" />
      </svg>
      <span>${showPassword}</span>
    </button>
  `;
}

/** The password that was given, as it is: spaces count. */
export function passwordIn(values: FormData): string {
  return values.get('password') as string;
}

/** Logs in with the password in a form, if there is one. */
export function sendPassword({ messages, send, refuse }: Scene, email: string, values: FormData): void {
  const secret = passwordIn(values);
  if (secret) void send({ type: 'submit-password', email, secret });
  else refuse(messages.entrance.passwordText);
}

/** Only the page's own state: whatever is drawn next has a field that is hidden again. */
function reveal({ currentTarget }: Event): void {
  const button = currentTarget as HTMLButtonElement;
  const input = button.form!.elements.namedItem('password') as HTMLInputElement;
  const isShown = input.type === 'text';
  input.type = isShown ? 'password' : 'text';
  button.setAttribute('aria-pressed', String(!isShown));
}
