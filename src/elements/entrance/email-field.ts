import { type TemplateResult, html } from 'lit';
import { field, textIn } from '../prompt/form.js';
import type { EntranceScene } from './screen.js';

/** An e-mail address to give, or, where it is settled, to see. Password managers take it for the name of an account. */
export function emailField(scene: EntranceScene, settled = scene.fixed): TemplateResult {
  const { memory, messages } = scene;
  if (settled !== undefined) return settledField(scene, settled);
  return field(scene, {
    name: 'email',
    label: messages.entrance.email,
    type: 'email',
    inputmode: 'email',
    autocomplete: 'username',
    value: memory.email,
    typed: ({ target }) => (memory.email = (target as HTMLInputElement).value),
  });
}

/** The address in a form, if it looks like one; if not, that is said. */
export function emailIn({ fixed, memory, messages, refuse }: EntranceScene, values: FormData): string | undefined {
  const email = fixed ?? textIn(values, 'email');
  memory.email = email;
  if (/^[^\s@]+@[^\s@]+$/.test(email)) return email;
  refuse(messages.details.email);
  return undefined;
}

function settledField({ id, messages }: EntranceScene, email: string): TemplateResult {
  return html`
    <label class="stytch-label" for=${`${id}-email`}>${messages.entrance.email}</label>
    <input
      class="stytch-input stytch-fixed"
      id=${`${id}-email`}
      name="email"
      type="email"
      autocomplete="username"
      value=${email}
      dir="ltr"
      readonly
    />
  `;
}
