import type { MfaMethod } from '../flows/call.js';
import type { StytchElementsError } from '../flows/errors.js';
import type { GateReason } from '../flows/requirement.js';
import type { Member, Organization, Pending, Reason, Snapshot } from '../flows/types.js';

/** The details of every event of the family. Ids and public objects only: no token, code or secret. */
export interface Details {
  'stytch-session-change': { snapshot: Snapshot; previous: Snapshot; reason: Reason };
  'stytch-switch-before': { organization: Organization };
  'stytch-switch': { organization: Organization; previousOrganizationId: string | null };
  'stytch-pending': { pending: Pending };
  'stytch-authenticated': { method: string; organization: Organization; member: Member };
  'stytch-cancel': { restored: boolean };
  'stytch-logout-before': Record<string, never>;
  'stytch-logout': { confirmed: boolean };
  'stytch-session-warning': { expiresAt: string; skewSeconds: number };
  'stytch-session-extended': { expiresAt: string };
  'stytch-session-expired': { reason: 'expired' | 'idle' | 'revoked' };
  'stytch-redirect': { url: string };
  'stytch-create': Record<string, never>;
  'stytch-hydrate': { outcome: 'taken' | 'nobody' | 'kept' };
  'stytch-mfa-change': { method: MfaMethod; change: 'added' | 'removed' | 'default' | 'codes-rotated' };
  'stytch-gate-change': { open: boolean; reason: GateReason | null };
  'stytch-error': { error: StytchElementsError };
}

export type EventName = keyof Details;

/** Tells the page what has happened; bubbling and composed. */
export function announce<K extends EventName>(host: HTMLElement, name: K, detail: Details[K]): void {
  host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** An event before something happens: the page may prevent it, or have it wait. */
export class BeforeEvent<T> extends CustomEvent<T> {
  readonly #waits: Promise<unknown>[] = [];

  /** What is announced waits for `promise`; if that rejects, it does not happen. */
  waitUntil(promise: Promise<unknown>): void {
    this.#waits.push(promise);
  }

  /** Whether to go on, once everything that was waited for has settled. */
  async goesOn(): Promise<boolean> {
    if (this.defaultPrevented) return false;
    const settled = await Promise.allSettled(this.#waits);
    return settled.every(({ status }) => status === 'fulfilled');
  }
}

/** Asks the page whether something may happen. */
export function askBefore<K extends 'stytch-switch-before' | 'stytch-logout-before'>(
  host: HTMLElement,
  name: K,
  detail: Details[K],
): Promise<boolean> {
  const event = new BeforeEvent(name, { detail, bubbles: true, composed: true, cancelable: true });
  host.dispatchEvent(event);
  return event.goesOn();
}

declare global {
  interface HTMLElementEventMap {
    'stytch-session-change': CustomEvent<Details['stytch-session-change']>;
    'stytch-switch-before': BeforeEvent<Details['stytch-switch-before']>;
    'stytch-switch': CustomEvent<Details['stytch-switch']>;
    'stytch-pending': CustomEvent<Details['stytch-pending']>;
    'stytch-hydrate': CustomEvent<Details['stytch-hydrate']>;
    'stytch-authenticated': CustomEvent<Details['stytch-authenticated']>;
    'stytch-cancel': CustomEvent<Details['stytch-cancel']>;
    'stytch-logout-before': BeforeEvent<Details['stytch-logout-before']>;
    'stytch-logout': CustomEvent<Details['stytch-logout']>;
    'stytch-session-warning': CustomEvent<Details['stytch-session-warning']>;
    'stytch-session-extended': CustomEvent<Details['stytch-session-extended']>;
    'stytch-session-expired': CustomEvent<Details['stytch-session-expired']>;
    'stytch-redirect': CustomEvent<Details['stytch-redirect']>;
    'stytch-create': CustomEvent<Details['stytch-create']>;
    'stytch-mfa-change': CustomEvent<Details['stytch-mfa-change']>;
    'stytch-gate-change': CustomEvent<Details['stytch-gate-change']>;
    'stytch-error': CustomEvent<Details['stytch-error']>;
  }
}
