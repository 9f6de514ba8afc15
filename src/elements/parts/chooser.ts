import type { ReactiveController, ReactiveElement } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import type { Choice } from '../../controllers/choices.js';
import { nameOf } from '../../controllers/names.js';
import { Listbox } from '../../controllers/listbox.js';
import { Organizations } from '../../controllers/organizations.js';
import type { Failure, Switching } from '../../controllers/switching.js';
import type { TextController } from '../../controllers/text-controller.js';
import type { Organization } from '../../flows/types.js';
import { type Notice, panelTemplate } from './switcher-panel.js';

/** From so many organizations on there is a field to search in. */
const MANY = 8;

interface Owner {
  readonly auth: AuthController;
  readonly text: TextController;
  readonly switching: Switching;
  /** The organization that is being gone to. */
  going(): string | undefined;
  chosen(choice: Choice): void;
  again(organization: Organization): void;
  /** What a person hears. */
  say(words: string): void;
}

/** What is in the popover of a switcher: the organizations, how to find one, what went wrong. */
export class Chooser implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #owner: Owner;
  readonly #organizations: Organizations;
  readonly #listbox: Listbox;
  #isOpen = false;
  #shown: readonly Choice[] | undefined;
  #control: HTMLElement | null = null;

  constructor(host: ReactiveElement, owner: Owner) {
    this.#host = host;
    this.#owner = owner;
    this.#organizations = new Organizations(host, owner.auth);
    const rows = () => this.#organizations.found;
    this.#listbox = new Listbox(host, rows, (index) => {
      const choice = rows()[index];
      if (choice) owner.chosen(choice);
    });
    host.addController(this);
  }

  /** Has the list read, unless a fresh one is there. */
  get load(): () => void {
    return this.#organizations.load;
  }

  turn(open: boolean): void {
    this.#isOpen = open;
    this.#shown = undefined;
    if (open) return this.#begin();
    this.#organizations.query = '';
    this.#owner.switching.failed = null;
  }

  template(create: (() => void) | false) {
    const { all, found, list, query } = this.#organizations;
    const { messages: words } = this.#owner.text;
    const none = query && found.length === 0 ? words.switcher.noMatch(query) : undefined;
    const alone = list.status === 'ready' && all.length < 2 ? words.switcher.nothing : undefined;
    return panelTemplate({
      words,
      list: this.#list,
      listbox: this.#listbox,
      query: all.length < MANY ? undefined : query,
      isLoading: all.length === 0 && (list.status === 'idle' || list.status === 'loading'),
      notice: this.#notice,
      empty: none ?? alone,
      search: this.#search,
      create,
    });
  }

  /** What is said about a switch that has failed. */
  failure({ organization, error }: Failure): string {
    const { text } = this.#owner;
    return `${text.messages.switcher.failed(nameOf(organization))} ${text.problem(error)}`;
  }

  /** A new list begins at the organization a person is in. */
  hostUpdate(): void {
    const { found, query, list } = this.#organizations;
    if (this.#isOpen && list.status === 'idle') this.load(); // another session has another list
    if (!this.#isOpen || query || found === this.#shown) return;
    this.#shown = found;
    const { auth, text, say } = this.#owner;
    const { organization } = auth.snapshot;
    if (found.length > 0) say(text.messages.switcher.matches(found.length));
    this.#listbox.move(
      found.findIndex(({ id }) => id === organization?.organization_id),
      true,
    );
  }

  /** Focus goes to the filter, or to the list where there is none; not away from anything else. */
  hostUpdated(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    const control = root.querySelector<HTMLElement>('[role=combobox], [role=listbox][tabindex="0"]');
    const isFree = !root.activeElement || root.activeElement.matches('[popovertarget], [role=listbox]');
    if (control === this.#control || (control && control.offsetWidth === 0)) return;
    this.#control = control;
    if (isFree) control?.focus({ preventScroll: true });
  }

  #begin(): void {
    const { say, text } = this.#owner;
    if (this.#organizations.all.length === 0) say(text.messages.switcher.loading);
    this.load();
  }

  get #list() {
    const { active, window } = this.#listbox;
    const { auth, switching } = this.#owner;
    return {
      rows: this.#organizations.found,
      first: window.first,
      end: window.end,
      active,
      current: auth.snapshot.organization?.organization_id,
      busy: this.#owner.going(),
      failed: switching.failed?.organization.organization_id,
    };
  }

  get #notice(): Notice | undefined {
    const { auth, text, switching, again } = this.#owner;
    const { error, status, online } = auth.snapshot;
    const { failed } = switching;
    const { error: unread } = this.#organizations.list;
    if (failed) {
      const { organization, error: why } = failed;
      const isPlain = why.code === 'unknown' && !why.detail; // it would say no more than the button does
      const words = isPlain ? text.messages.switcher.failed(nameOf(organization)) : this.failure(failed);
      return { text: words, again: why.retryable && (() => again(organization)) };
    }
    if (unread) return { text: text.problem(unread), again: this.load };
    if (status === 'error' && error)
      return { text: text.problem(error), again: () => void auth.send({ type: 'refresh' }) };
    return online ? undefined : { text: text.messages.errors.offline };
  }

  readonly #search = (event: InputEvent): void => {
    this.#organizations.query = (event.target as HTMLInputElement).value;
    this.#listbox.move(0);
    const { switcher } = this.#owner.text.messages;
    const { found, query } = this.#organizations;
    this.#owner.say(found.length > 0 ? switcher.matches(found.length) : switcher.noMatch(query));
  };
}
