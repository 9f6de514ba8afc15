import { html } from 'lit';
import { form } from '../prompt/form.js';
import type { Screen } from '../prompt/screen.js';
import { step } from '../prompt/step.js';
import { emailField, emailIn } from './email-field.js';
import { passwordField, sendPassword } from './password-field.js';
import type { EntranceScene } from './screen.js';

/** Asks for the password of an address. */
export function password(scene: EntranceScene<'password'>): Screen {
  const { place, messages } = scene;
  const { email } = place;
  const fields = html`${emailField(scene, email)} ${passwordField(scene, { autocomplete: 'current-password' })}`;
  return {
    title: scene.title,
    text: messages.entrance.passwordText,
    form: form(scene, (values) => sendPassword(scene, email, values), fields),
    actions: [
      step(scene, messages.entrance.forgot, { type: 'forgot-password', email }),
      step(scene, messages.common.back, { type: 'back' }),
    ],
  };
}

/** Offers a link with which a new password can be chosen. */
export function forgot(scene: EntranceScene<'forgot'>): Screen {
  const { messages, send } = scene;
  const submit = (values: FormData) => {
    const email = emailIn(scene, values);
    if (email) void send({ type: 'reset-password', email });
  };
  return {
    title: messages.entrance.forgotTitle,
    text: messages.entrance.forgotText,
    form: form(scene, submit, emailField(scene)),
    actions: [step(scene, messages.common.back, { type: 'back' })],
  };
}
