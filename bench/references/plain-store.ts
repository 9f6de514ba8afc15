import { LitElement, css, html } from 'lit';

interface Value {
  readonly name: string;
  readonly organization: string;
}

const listeners = new Set<() => void>();
let value: Value = { name: '', organization: '' };

/** A store without any guarantee: a value, and those who hear of another one. */
export const store = {
  get: () => value,
  set(next: Value) {
    value = next;
    for (const listener of listeners) listener();
  },
};

/** A bare Lit element that shows what the store holds, in the markup and with the layout of ours. */
class PlainStatus extends LitElement {
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

  readonly #changed = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    listeners.add(this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    listeners.delete(this.#changed);
  }

  override render() {
    const { name, organization } = store.get();
    return html`
      <span part="base" role="status">
        <slot name="signed-in"><span part="text">${`Signed in as ${name} · ${organization}`}</span></slot>
      </span>
    `;
  }
}

customElements.define('plain-status', PlainStatus);
Object.assign(globalThis, { plainStore: store });
