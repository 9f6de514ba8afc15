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
  readonly value?: string;
  /** The direction of what is typed; left to right unless it says otherwise. */
  readonly dir?: string;
  readonly autocapitalize?: string;
  readonly isOptional?: boolean;
  /** Identifier of what explains the field, besides its error. */
  readonly explainedBy?: string;
  readonly typed?: (event: Event) => void;
}

/** The code of an authenticator app or a text. */
export function codeForm(scene: Scene): TemplateResult {
  const { messages, code, send, refuse } = scene;
  const submit = (values: FormData) => {
    const secret = code.take(textIn(values, 'code'));
    if (secret) void send({ type: 'submit-code', secret });
    else refuse(messages.prompt.codeIncomplete);
  };
  const input = field(scene, {
    name: 'code',
    label: messages.prompt.code,
    autocomplete: 'one-time-code',
    look: 'stytch-code',
    inputmode: 'numeric',
    pattern: '[0-9]{6}',
    typed: code.typed,
  });
  return form(scene, submit, input);
}

/**
 * A form with its error and “Continue” (or `label`), for the light DOM; `submit` takes what was filled in. Each screen
 * has its own. `more` is other ways to use the same fields: buttons that submit as well, with a value of their own.
 * `blockedBy` is the identifier of what explains why “Continue” cannot be used yet.
 */
export function form(
  scene: Scene,
  submit: (values: FormData) => unknown,
  fields: TemplateResult,
  more: readonly TemplateResult[] = [],
  blockedBy?: string,
  label = scene.messages.common.continue,
): TemplateResult {
  const { key, id, busy, error, edited } = scene;
  const isOff = busy !== null || blockedBy !== undefined;
  const submitted = (event: SubmitEvent) => {
    const values = valuesOf(event);
    if (!busy) submit(values);
  };
  const content = html`
    <form class="stytch-form" method="post" novalidate aria-busy=${busy !== null} @submit=${submitted} @input=${edited}>
      ${fields}
      <p class="stytch-error" id=${`${id}-error`} role="alert">${error}</p>
      <button class="stytch-button" aria-disabled=${isOff} aria-describedby=${blockedBy ?? nothing}>
        ${label}
      </button>
      ${more}
    </form>
  `;
  return html`${keyed(key, content)}`;
}

/** What is submitted, by the button that is marked. */
function valuesOf(event: SubmitEvent): FormData {
  event.preventDefault();
  event.stopPropagation(); // what a page does with all of its forms is not for a secret
  const { target, submitter } = event as SubmitEvent & { target: HTMLFormElement };
  for (const each of target.elements) each.toggleAttribute('data-used', each === submitter);
  return new FormData(target, submitter);
}

/** A button that submits the form with `use` as its name and a value of its own. */
export function use({ busy }: Scene, label: string, value: string, look = 'stytch-other'): TemplateResult {
  return html`
    <button class=${`stytch-button ${look}`} name="use" value=${value} aria-disabled=${busy !== null}>${label}</button>
  `;
}

export function field(scene: Scene, { name, label, look = '', type = 'text', typed, ...more }: Field): TemplateResult {
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
      value=${more.value ?? nothing}
      maxlength="256"
      ?required=${!more.isOptional}
      autocapitalize=${more.autocapitalize ?? 'off'}
      spellcheck="false"
      dir=${more.dir ?? 'ltr'}
      enterkeyhint="go"
      ?readonly=${scene.busy !== null}
      aria-invalid=${scene.isRefused}
      aria-describedby=${[`${scene.id}-error`, more.explainedBy ?? ''].join(' ').trim()}
      @input=${typed}
      @compositionend=${typed}
    />
  `;
}

export function textIn(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
