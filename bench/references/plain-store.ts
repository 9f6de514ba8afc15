import { LitElement, html } from 'lit';

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

/** A bare Lit element that shows what the store holds. */
class PlainStatus extends LitElement {
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
    return html`<span role="status"><span>Signed in as ${name} · ${organization}</span></span>`;
  }
}

customElements.define('plain-status', PlainStatus);
Object.assign(globalThis, { plainStore: store });
