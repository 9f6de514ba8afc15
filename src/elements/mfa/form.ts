import { type TemplateResult, html } from 'lit';
import type { Scene } from './screen.js';

/** A form of one field with its error and “Continue”, for the light DOM; `submit` takes what was filled in. */
export function form(scene: Scene, submit: (values: FormData) => unknown, fields: TemplateResult): TemplateResult {
  const { id, busy, error, messages, edited } = scene;
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation(); // what a page does with all of its forms is not for a secret
    if (!busy) submit(new FormData(event.target as HTMLFormElement));
  };
  return html`
    <form class="stytch-form" method="post" novalidate aria-busy=${busy !== null} @submit=${submitted} @input=${edited}>
      ${fields}
      <p class="stytch-error" id=${`${id}-error`} role="alert">${error}</p>
      <button class="stytch-button" aria-disabled=${busy !== null}>${messages.common.continue}</button>
    </form>
  `;
}

/** The code of an authenticator app or a text. */
export function codeForm(scene: Scene): TemplateResult {
  const { id, busy, isRefused, messages, parts, send, refuse } = scene;
  const submit = (values: FormData) => {
    const secret = parts.code.take(values);
    if (secret) send({ type: 'submit-code', secret });
    else refuse(messages.mfa.codeIncomplete);
  };
  return form(
    scene,
    submit,
    html`
      <label class="stytch-label" for=${`${id}-code`}>${messages.mfa.code}</label>
      <input
        class="stytch-input stytch-code"
        id=${`${id}-code`}
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        pattern="[0-9]{6}"
        maxlength="100"
        required
        autocapitalize="off"
        spellcheck="false"
        dir="ltr"
        enterkeyhint="go"
        ?readonly=${busy !== null}
        aria-invalid=${isRefused}
        aria-describedby=${`${id}-error`}
        @input=${parts.code.typed}
        @compositionend=${parts.code.typed}
      />
    `,
  );
}

export function recoveryForm(scene: Scene): TemplateResult {
  const { id, busy, isRefused, messages, send, refuse } = scene;
  const submit = (values: FormData) => {
    const secret = String(values.get('recovery-code')).trim();
    if (secret) send({ type: 'submit-recovery-code', secret });
    else refuse(messages.mfa.recovery);
  };
  return form(
    scene,
    submit,
    html`
      <label class="stytch-label" for=${`${id}-recovery`}>${messages.mfa.recoveryCode}</label>
      <input
        class="stytch-input"
        id=${`${id}-recovery`}
        name="recovery-code"
        autocomplete="off"
        maxlength="100"
        required
        autocapitalize="off"
        spellcheck="false"
        dir="ltr"
        enterkeyhint="go"
        ?readonly=${busy !== null}
        aria-invalid=${isRefused}
        aria-describedby=${`${id}-error`}
      />
    `,
  );
}

export function phoneForm(scene: Scene): TemplateResult {
  const { id, busy, isRefused, messages, parts, language, send, refuse } = scene;
  const { phone } = parts;
  const submit = async (values: FormData) => {
    const number = await phone.take(values);
    if (number) send({ type: 'submit-phone', phone: number });
    else refuse(phone.isReady ? messages.mfa.phoneInvalid : messages.errors.offline);
  };
  return form(
    scene,
    submit,
    html`
      <label class="stytch-label" for=${`${id}-country`}>${messages.mfa.country}</label>
      <select class="stytch-input stytch-select" id=${`${id}-country`} name="country" autocomplete="country" @change=${phone.chosen}>
        ${phone
          .countriesIn(language)
          .map(({ code, name }) => html`<option value=${code} ?selected=${code === phone.country}>${name}</option>`)}
      </select>
      <label class="stytch-label" for=${`${id}-phone`}>${messages.mfa.phoneNumber}</label>
      <input
        class="stytch-input"
        id=${`${id}-phone`}
        name="phone"
        type="tel"
        autocomplete="tel-national"
        maxlength="40"
        required
        dir="ltr"
        enterkeyhint="go"
        ?readonly=${busy !== null}
        aria-invalid=${isRefused}
        aria-describedby=${`${id}-error`}
        @input=${phone.typed}
      />
    `,
  );
}
