import { LitElement, css, html } from 'lit';
import type { Member, Organization, StytchB2BClient } from '@stytch/vanilla-js/b2b/headless';

interface Signed {
  readonly member: Member | null;
  readonly organization: Organization | null;
}

/**
 * The least that an element of this kind has to do: it paints the session that the SDK has cached, and fetches the SDK
 * when that is painted. No languages, no states, no errors, no other tabs.
 */
class LitFloor extends LitElement {
  static override properties = {
    publicToken: { attribute: 'public-token' },
    emulatorUrl: { attribute: 'emulator-url' },
  };
  static override styles = css`
    :host {
      display: inline-block;
    }
  `;

  declare publicToken: string;
  declare emulatorUrl: string;
  #signed: Signed | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const cached = localStorage.getItem(`stytch_sdk_state_${this.getAttribute('public-token')}`);
    this.#signed = JSON.parse(cached ?? 'null') as Signed | null;
    requestAnimationFrame(() => setTimeout(() => void this.#load()));
  }

  override render() {
    const { member, organization } = this.#signed ?? {};
    const text = member && organization && `Signed in as ${member.name} · ${organization.organization_name}`;
    return html`<span role="status">${text ?? 'Signed out'}</span>`;
  }

  async #load(): Promise<void> {
    const { StytchB2BClient } = await import('../../src/client/sdk.js');
    const endpoints = { testAPIURL: this.emulatorUrl }; // undocumented, as in our own options
    const client = new StytchB2BClient(this.publicToken, { endpoints } as object);
    client.onStateChange(() => this.#show(client));
    this.#show(client);
    this.dataset.sdk = '';
  }

  #show(client: StytchB2BClient): void {
    this.#signed = { member: client.self.getSync(), organization: client.organization.getSync() };
    this.requestUpdate();
  }
}

customElements.define('lit-floor', LitFloor);
