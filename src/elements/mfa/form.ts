import { type TemplateResult, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Scene } from './screen.js';

/** What is particular to a field. */
interface Field {
  readonly name: string;
  readonly label: string;
  readonly autocomplete: string;
  readonly look?: string;
  readonly type?: string;
  readonly inputmode?: string;
  readonly pattern?: string;
  readonly typed?: (event: Event) => void;
}

/** The code of an authenticator app or a text. */
export function codeForm(scene: Scene): TemplateResult {
  const { messages, parts, send, refuse } = scene;
  const submit = (values: FormData) => {
    const secret = parts.code.take(textIn(values, 'code'));
    if (secret) send({ type: 'submit-code', secret });
    else refuse(messages.mfa.codeIncomplete);
  };
  const code = field(scene, {
    name: 'code',
    label: messages.mfa.code,
    autocomplete: 'one-time-code',
    look: 'stytch-code',
    inputmode: 'numeric',
    pattern: '[0-9]{6}',
    typed: parts.code.typed,
  });
  return form(scene, submit, code);
}

export function recoveryForm(scene: Scene): TemplateResult {
  const { messages, send, refuse } = scene;
  const submit = (values: FormData) => {
    const secret = textIn(values, 'recovery-code');
    if (secret) send({ type: 'submit-recovery-code', secret });
    else refuse(messages.mfa.recovery);
  };
  const code = field(scene, { name: 'recovery-code', label: messages.mfa.recoveryCode, autocomplete: 'off' });
  return form(scene, submit, code);
}

export function phoneForm(scene: Scene): TemplateResult {
  const { messages, parts, send, refuse } = scene;
  const submit = async (values: FormData) => {
    const phone = await parts.phone.take(textIn(values, 'phone'));
    if (phone) send({ type: 'submit-phone', phone });
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

/** A form with its error and “Continue”, for the light DOM; `submit` takes what was filled in. Each screen has its own. */
function form(scene: Scene, submit: (values: FormData) => unknown, fields: TemplateResult): TemplateResult {
  const { key, id, busy, error, messages, edited } = scene;
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation(); // what a page does with all of its forms is not for a secret
    if (!busy) submit(new FormData(event.target as HTMLFormElement));
  };
  const content = html`
    <form class="stytch-form" method="post" novalidate aria-busy=${busy !== null} @submit=${submitted} @input=${edited}>
      ${fields}
      <p class="stytch-error" id=${`${id}-error`} role="alert">${error}</p>
      <button class="stytch-button" aria-disabled=${busy !== null}>${messages.common.continue}</button>
    </form>
  `;
  return html`${keyed(key, content)}`;
}

function field(scene: Scene, { name, label, look = '', type = 'text', typed, ...more }: Field): TemplateResult {
  const id = `${scene.id}-${name}`;
  return html`
    <label class="stytch-label" for=${id}>${label}</label>
    <input
      class=${`stytch-input ${look}`}
      id=${id}
      name=${name}
      type=${type}
      inputmode=${more.inputmode ?? nothing}
      autocomplete=${more.autocomplete}
      pattern=${more.pattern ?? nothing}
      maxlength="100"
      required
      autocapitalize="off"
      spellcheck="false"
      dir="ltr"
      enterkeyhint="go"
      ?readonly=${scene.busy !== null}
      aria-invalid=${scene.isRefused}
      aria-describedby=${`${scene.id}-error`}
      @input=${typed}
      @compositionend=${typed}
    />
  `;
}

function country({ id, messages, language, parts: { phone } }: Scene): TemplateResult {
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
      ${phone.countriesIn(language).map(option)}
    </select>
  `;
}

function textIn(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
