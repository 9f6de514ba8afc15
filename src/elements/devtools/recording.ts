import type { ReactiveController, ReactiveElement } from 'lit';
import type { AuthStore } from '../../client/store.js';
import { WithStore } from '../../controllers/with-store.js';
import { Journal } from './journal.js';
import { type Report, reportOf } from './report.js';
import { Requests } from './requests.js';

/** Records what happens on the page for as long as the panel is on it. */
export class Recording implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #storeOf: () => AuthStore | undefined;
  readonly #journal: Journal;
  readonly #requests: Requests;

  /** `storeOf` is the store to look at, if it may be looked at. */
  constructor(host: ReactiveElement, storeOf: () => AuthStore | undefined) {
    const changed = () => host.requestUpdate();
    this.#host = host;
    this.#storeOf = storeOf;
    this.#journal = new Journal(changed);
    this.#requests = new Requests(changed);
    const source = {
      get store() {
        return storeOf();
      },
    };
    new WithStore(host, source, (store) => this.#join(store));
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate(); // moved in the page: it goes on
  }

  report(reveal = false): Report | undefined {
    const store = this.#storeOf();
    return store && reportOf({ host: this.#host, store, journal: this.#journal, requests: this.#requests }, reveal);
  }

  clear(): void {
    this.#journal.clear();
    this.#requests.clear();
  }

  #join(store: AuthStore): () => void {
    const leave = [this.#journal.follow(store), this.#requests.follow(), store.watch(() => this.#host.requestUpdate())];
    return () => leave.forEach((each) => each());
  }
}
