import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import { Focus } from '../../controllers/focus.js';
import { LightDom } from '../../controllers/light-dom.js';
import { Modal } from '../../controllers/modal.js';
import type { Dressed } from '../../controllers/sheets.js';
import type { TextController } from '../../controllers/text-controller.js';
import { Ticker } from '../../controllers/ticker.js';
import { button } from '../../styles/button.js';
import { card } from '../../styles/card.js';
import { dialog } from '../../styles/dialog.js';
import { form } from '../../styles/form.js';
import { prompt } from '../../styles/prompt.js';
import { frame } from './frame.js';
import { isCounting } from './notices.js';
import { Prompt } from './prompt.js';
import type { Kind } from './screen.js';

/** An element that prompts; as a modal dialog if it says so. */
export type PromptHost = Dressed & { readonly display?: 'inline' | 'dialog' };

/** What an element needs only once it has something to prompt for: its screens, its form, and where the focus goes. */
export class Inside {
  static readonly styles: readonly CSSResultGroup[] = [button, card, dialog, prompt];

  readonly #host: PromptHost;
  readonly #auth: AuthController;
  readonly #prompt: Prompt;
  readonly #light: LightDom;
  readonly #focus: Focus;
  #before: string | undefined;
  #hasMoved = false;

  constructor(host: PromptHost, kind: Kind, auth: AuthController, text: TextController) {
    this.#host = host;
    this.#auth = auth;
    this.#prompt = new Prompt(host, kind, auth, text, () => this.#askAgain());
    this.#light = new LightDom(host, form, () => this.#prompt.screen?.form);
    this.#focus = new Focus(host);
    new Modal(host, () => this.#escape());
    new Ticker(host, () => this.#prompt.scene !== undefined && isCounting(this.#prompt.scene));
  }

  /** Where the person is, or nothing while that is for others to show. */
  get place(): string | undefined {
    return this.#prompt.scene?.place.at;
  }

  /** Looks at the store, before anything is drawn. */
  look(): void {
    this.#before = this.place;
    this.#hasMoved = this.#prompt.look();
  }

  /** Announces something, without showing it. */
  say(what: string): void {
    this.#prompt.say(what);
  }

  template(): TemplateResult | undefined {
    const { screen, scene, said } = this.#prompt;
    if (!screen || !scene) return undefined;
    const content = frame(screen, scene, said);
    if (this.#host.display !== 'dialog') return content;
    return html`<dialog part="dialog" aria-labelledby="heading" aria-describedby="text">${content}</dialog>`;
  }

  /** Once it is drawn: to the field, or to the heading where something comes before the field; never on account of somebody else. */
  moveFocus(): void {
    const { scene, screen, hasActed } = this.#prompt;
    if (!this.#hasMoved) return;
    if (!scene) return this.#focus.giveBack();
    const isFirst = !this.#before || (this.#before === 'working' && this.#focus.isOurs); // there is nothing to do while it works
    const isAsked = isFirst && this.#auth.store?.reason === 'action';
    if (!hasActed && !isAsked && this.#host.display !== 'dialog') return;
    const heading = this.#host.renderRoot.querySelector<HTMLElement>('#heading');
    this.#focus.take((!screen?.readsFirst && this.#light.field) || heading);
  }

  /** Puts the person back at the field that was refused, unless they have gone elsewhere. */
  #askAgain(): void {
    void this.#host.updateComplete.then(() => {
      if (!this.#focus.isOurs) return;
      const { field } = this.#light;
      field?.focus();
      if (field?.name === 'code') field.select(); // six digits are typed anew, a number is corrected
    });
  }

  /** Cancels, if that costs nothing: neither a session nor what has been typed. Otherwise the button is for that. */
  #escape(): void {
    const { scene, screen } = this.#prompt;
    const out = this.#host.renderRoot.querySelector<HTMLElement>('[part~=close], [part~=cancel]');
    const isMeant = !this.#light.field?.value || this.#host.shadowRoot?.activeElement === out;
    if (!out || !isMeant) out?.focus();
    else if (screen?.close) screen.close();
    else if (scene?.home || scene?.wanted) void this.#prompt.send({ type: 'cancel' });
    else out.focus();
  }
}
