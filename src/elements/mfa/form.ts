import { type TemplateResult, html } from 'lit';
import { field, form, textIn } from '../prompt/form.js';
import type { MfaScene } from './screen.js';

export function recoveryForm(scene: MfaScene): TemplateResult {
  const { messages, send, refuse } = scene;
  const submit = (values: FormData) => {
    const secret = textIn(values, 'recovery-code');
    if (secret) void send({ type: 'submit-recovery-code', secret });
    else refuse(messages.mfa.recovery);
  };
  const code = field(scene, { name: 'recovery-code', label: messages.mfa.recoveryCode, autocomplete: 'off' });
  return form(scene, submit, code);
}

export function phoneForm(scene: MfaScene): TemplateResult {
  const { messages, parts, send, refuse } = scene;
  const submit = async (values: FormData) => {
    const phone = await parts.phone.take(textIn(values, 'phone'));
    if (phone) void send({ type: 'submit-phone', phone });
    else refuse(parts.phone.isReady ? messages.mfa.phoneInvalid : messages.errors.offline);
  };
  const number = field(scene, {
    name: 'phone',
    label: messages.mfa.phoneNumber,
    autocomplete: 'tel-national',
    type: 'tel',
    typed: parts.phone.typed,
  });
  return form(scene, submit, html`${country(scene)}${number}`);
}

function country({ id, messages, text, parts: { phone } }: MfaScene): TemplateResult {
  const option = ({ code, name }: { code: string; name: string }) =>
    html`<option value=${code} ?selected=${code === phone.country}>${name}</option>`;
  return html`
    <label class="stytch-label" for=${`${id}-country`}>${messages.mfa.country}</label>
    <select
      class="stytch-input stytch-select"
      id=${`${id}-country`}
      name="country"
      autocomplete="country"
      .value=${phone.country}
      @change=${phone.chosen}
    >
      ${phone.countriesIn(text.language).map(option)}
    </select>
  `;
}
