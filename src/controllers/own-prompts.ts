import type { Presenters } from '../client/presenters.js';
import type { AuthController, Host } from './auth-controller.js';
import { WithStore } from './with-store.js';

/** The element that shows what is owed, by its name without a prefix. */
const NAMES = { discovery: 'discovery', primary: 'step-up', mfa: 'mfa-prompt', again: 'mfa-prompt' } as const;

type Owed = keyof typeof NAMES;
type Child = HTMLElement & Pick<Host, 'client'>;

/** Attributes of the host that are meant for whatever it puts in its place. */
const PASSED = [
  'allow-create',
  'auto-create',
  'auto-select',
  'ignore-invites',
  'ignore-jit',
  'default-country',
  'countries',
  'unstyled',
  'exportparts',
];

export interface Needs {
  /** The host's tag without a prefix; what it puts in has the same prefix. */
  readonly name: string;
  /** What it shows where the page has nothing for that. */
  readonly owed: readonly Owed[];
  readonly display: () => 'inline' | 'dialog';
  /** Called when nothing is owed any more. */
  readonly removed?: () => void;
  /** Whether something else comes first. */
  readonly waits?: () => boolean;
}

/**
 * Puts the family's own prompt for what is owed next into its host's light DOM, in the slot `prompt`, unless the page
 * has one. An element that was put there itself puts in nothing: its host does.
 */
export class OwnPrompts {
  readonly #host: Host;
  readonly #auth: Pick<AuthController, 'snapshot' | 'view' | 'store'>;
  readonly #needs: Needs;
  #shown: Owed | undefined;
  #child: Child | undefined;

  constructor(host: Host, auth: Pick<AuthController, 'snapshot' | 'view' | 'store'>, needs: Needs) {
    this.#host = host;
    this.#auth = auth;
    this.#needs = needs;
    new WithStore(host, auth, ({ presenters }) => {
      if (isOwn(host)) return () => undefined;
      const leave = needs.owed.map((duty) => this.#present(presenters, duty));
      return () => leave.forEach((each) => each());
    });
    host.addController(this);
  }

  /** Whether it shows something in its host. */
  get isShown(): boolean {
    return this.#owed !== undefined;
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    const owed = this.#owed;
    if (owed !== this.#shown) this.hostDisconnected();
    if (owed) return this.#show(owed);
    if (!this.#shown) return;
    this.#shown = undefined;
    if (!this.#auth.snapshot.pending) this.#needs.removed?.(); // else a prompt of the page has taken over
  }

  hostDisconnected(): void {
    this.#child?.remove();
    this.#child = undefined;
  }

  /** From when its tag is defined, which may be later than the host's. */
  #present(presenters: Presenters, duty: Owed): () => void {
    const tag = this.#tagOf(duty);
    const add = () => presenters.add({ duty, host: this.#host, dedicated: false });
    let leave: (() => void) | undefined = customElements.get(tag) && add();
    let hasLeft = false;
    if (!leave) void customElements.whenDefined(tag).then(() => (leave = hasLeft ? undefined : add()));
    return () => {
      hasLeft = true;
      leave?.();
    };
  }

  #tagOf(owed: Owed): string {
    return `${this.#host.localName.slice(0, -this.#needs.name.length)}${NAMES[owed]}`;
  }

  get #owed(): Owed | undefined {
    const { snapshot, store, view } = this.#auth;
    const kind = view.wanted ? 'again' : snapshot.pending?.kind;
    if (!kind || isOwn(this.#host) || !this.#needs.owed.includes(kind) || this.#needs.waits?.()) return undefined;
    return store?.presenters.isOn(kind, this.#host) ? kind : undefined;
  }

  #show(owed: Owed): void {
    this.#shown = owed;
    this.#child ??= this.#make(owed);
    this.#child.setAttribute('display', this.#needs.display());
    this.#child.client = this.#host.client;
    if (this.#child.parentNode !== this.#host) this.#host.append(this.#child);
  }

  #make(owed: Owed): Child {
    const child = Object.assign(document.createElement(this.#tagOf(owed)), { slot: 'prompt' });
    if (owed === 'again') child.setAttribute('mode', 'step-up');
    for (const name of PASSED) {
      const value = this.#host.getAttribute(name);
      if (value !== null) child.setAttribute(name, value);
    }
    return child;
  }
}

/** Whether an element of the family has put `host` in its place. */
export function isOwn(host: HTMLElement): boolean {
  return host.slot === 'prompt';
}
