import { LitElement, css, html } from 'lit';

interface Value {
  readonly name: string;
  readonly organization: string;
  readonly role: string;
}

const listeners = new Set<() => void>();
let value: Value = { name: '', organization: '', role: '' };

/** A store without any guarantee: a value, and those who hear of another one. */
export const store = {
  get: () => value,
  set(next: Partial<Value>) {
    value = { ...value, ...next };
    for (const listener of listeners) listener();
  },
};

/** A bare Lit element that renders again with the store. */
class Following extends LitElement {
  readonly #changed = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    listeners.add(this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    listeners.delete(this.#changed);
  }
}

/** A bare Lit element that shows what the store holds, in the markup and with the layout of ours. */
class PlainStatus extends Following {
  static override styles = css`
    :host {
      display: inline-block;
      max-inline-size: 100%;
    }
    [part='base'] {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
    }
    [part='text'] {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
  `;

  override render() {
    const { name, organization } = store.get();
    return html`
      <span part="base" role="status">
        <slot name="signed-in"><span part="text">${`Signed in as ${name} · ${organization}`}</span></slot>
      </span>
    `;
  }
}

/** A bare Lit element that shows what is inside to whoever has the role, with the slots, the marks and the event of ours. */
class PlainGate extends Following {
  static override styles = css`
    :host {
      display: block;
    }
  `;

  readonly #states = this.attachInternals().states;

  override render() {
    const state = this.#state;
    return html`<slot name=${state === 'open' ? '' : state}></slot><div hidden inert><slot></slot></div>`;
  }

  protected override updated(): void {
    const state = this.#state;
    if (state === this.dataset.state) return;
    const detail = { open: state === 'open', reason: state === 'open' ? null : state };
    this.dataset.state = state;
    this.#states.clear();
    this.#states.add(state);
    this.dispatchEvent(new CustomEvent('plain-gate-change', { bubbles: true, composed: true, detail }));
  }

  get #state() {
    return store.get().role === this.getAttribute('role') ? 'open' : 'denied';
  }
}

customElements.define('plain-status', PlainStatus);
customElements.define('plain-gate', PlainGate);
Object.assign(globalThis, { plainStore: store });
