import { type TemplateResult, html, nothing } from 'lit';
import { form, textIn, use } from '../prompt/form.js';
import type { Screen } from '../prompt/screen.js';
import { step } from '../prompt/step.js';
import { emailField, emailIn } from './email-field.js';
import { type Method, isAway, isEmail, isProvider, startOf } from './methods.js';
import { passwordField, sendPassword } from './password-field.js';
import type { EntranceScene } from './screen.js';

/** Beside the methods of a form: a new password is to be asked for. */
const FORGOT = 'forgot';

/** From so many providers on, their buttons stand side by side. */
const MANY = 3;

/** A form for the methods that begin with an address and buttons for the others; the first method is above. */
export function allWays(scene: EntranceScene): Pick<Screen, 'figure' | 'form' | 'choices'> {
  const form = emailForm(scene);
  const buttons = wayButtons(scene, scene.methods.filter(isAway), scene.methods.length === 1 ? 'primary' : 'way');
  if (!form || buttons.length === 0) return { form, choices: buttons };
  const line = html`<div class="or">${scene.messages.entrance.or}</div>`;
  if (isEmail(scene.methods[0]!)) return { form, choices: [line, ...buttons] };
  return { form, figure: html`<div class="choices">${buttons}</div>${line}` };
}

/** One form for all methods that begin with an address: “Continue” is the first of them. */
function emailForm(scene: EntranceScene): TemplateResult | undefined {
  const { last, methods, messages } = scene;
  const [first, ...others] = methods.filter(isEmail);
  if (!first) return undefined;
  const fields = html`
    ${first === last ? html`<span class="stytch-badge">${messages.entrance.lastUsed}</span>` : nothing}
    ${emailField(scene)} ${first === 'password' ? passwordField(scene, { autocomplete: 'current-password' }) : nothing}
  `;
  const forgot = first === 'password' ? [use(scene, messages.entrance.forgot, FORGOT, 'stytch-link')] : [];
  const more = others.map((method) =>
    use(scene, method === 'password' ? messages.entrance.usePassword : messages.entrance[method], method),
  );
  return form(scene, (values) => submitted(scene, values, first), fields, [...forgot, ...more]);
}

function submitted(scene: EntranceScene, values: FormData, first: Method): void {
  const used = values.get('use') as Method | typeof FORGOT | null;
  if (used === FORGOT) return void scene.send({ type: 'forgot-password', email: textIn(values, 'email') });
  const email = emailIn(scene, values);
  if (!email) return;
  if (!used && first === 'password') sendPassword(scene, email, values);
  else void scene.send(startOf(used ?? first, email));
}

/** Buttons for what needs no address to be given; the one that was used last says so. Many providers stand side by side. */
export function wayButtons(scene: EntranceScene, methods: readonly Method[], look = 'way'): TemplateResult[] {
  const { last, memory, fixed, messages } = scene;
  const badge = html` <span part="badge">${messages.entrance.lastUsed}</span>`;
  const button = (method: Method, label: unknown) =>
    step(
      scene,
      html`<span>${label}</span>${method === last ? badge : nothing}`,
      startOf(method, fixed ?? memory.email),
      look,
    );
  const providers = methods.filter(isProvider);
  if (providers.length < MANY) return methods.map((method) => button(method, labelOf(scene, method)));
  const tile = (method: Method) => button(method, short(messages.methods[method], labelOf(scene, method)));
  const tiles = html`<div class="tiles">${providers.map(tile)}</div>`;
  return methods.flatMap((method) => {
    if (!isProvider(method)) return [button(method, labelOf(scene, method))];
    return method === providers[0] ? [tiles] : [];
  });
}

/** A short label to be seen, where there is little room, and the whole one to be heard. */
function short(seen: string, heard: string): TemplateResult {
  return html`<span aria-hidden="true">${seen}</span><span class="visually-hidden">${heard}</span>`;
}

function labelOf({ messages: { entrance, methods } }: EntranceScene, method: Method): string {
  if (isAway(method)) return entrance.continueWith(methods[method]);
  return method === 'password' ? entrance.yourPassword : entrance[method];
}
