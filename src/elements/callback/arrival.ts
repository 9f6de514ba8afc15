import type { View } from '../../client/nowhere.js';
import type { AuthStore } from '../../client/store.js';
import { announce } from '../../controllers/events.js';
import type { Ticket } from '../../flows/call.js';
import type { StytchElementsError } from '../../flows/errors.js';
import { firstMethodOf } from '../../flows/factors.js';
import type { Snapshot } from '../../flows/types.js';
import type { Arriving } from './arriving.js';
import { type Host, Hosts } from './hosts.js';
import { idOf, settled } from './settled.js';
import { coverTrail, findTrail, leaveTrail } from './trail.js';

const arrivals = new WeakMap<AuthStore, Arrival>();

/** The arrival at a store: one for all elements, so that what a link has brought is used once and told once. */
export function arrivalAt(store: AuthStore): Arrival {
  const arrival = arrivals.get(store) ?? new Arrival(store);
  arrivals.set(store, arrival);
  return arrival;
}

/** The way from what a link or a redirect has brought to a session. */
export class Arrival {
  place: Arriving = { at: 'idle' };
  readonly #store: AuthStore;
  /** An element that comes later begins anew. */
  readonly #hosts = new Hosts(() => /done|failed/.test(this.place.at) && this.#go({ at: 'idle' }));
  /** The session that was there before, which does not count as arriving; undefined until that is known. */
  #before: string | null | undefined;
  #ticket: Ticket | undefined;
  #owesNews = false;
  #isFirst = true;

  constructor(store: AuthStore) {
    this.#store = store;
    store.watch((snapshot) => this.#follow(snapshot), { isUser: false }); // for good
  }

  /** Enters an element; returns what takes it off again. */
  join(host: Host): () => void {
    const leave = this.#hosts.add(host);
    this.#look();
    return leave;
  }

  /** Whether this one, of several elements, shows the arrival and tells of it. */
  isLedBy(element: HTMLElement): boolean {
    return this.#hosts.lead === element;
  }

  /** Whether nothing more comes of it. */
  get isOver(): boolean {
    const { place } = this;
    return place.at === 'idle' || place.at === 'done' || (place.at === 'failed' && !place.ticket);
  }

  /** Uses a ticket, whatever that costs; a new password comes first where the ticket is spent on it. */
  async use(ticket: Ticket): Promise<void> {
    if (ticket.resets && ticket.type !== 'multi_tenant_magic_links') return this.#go({ at: 'new-password', ticket });
    this.#go({ at: 'working' });
    if (this.#hosts.lead) this.#store.presenters.prefer(this.#hosts.lead);
    try {
      await this.#store.send({ type: 'redeem', ticket });
      this.#arrived(true);
    } catch (error) {
      this.#fail(error as StytchElementsError, ticket);
    }
  }

  /** Leaves the ticket alone and goes on with the session, or the password, that there is. */
  stay(): void {
    this.#ticket = undefined;
    this.#arrived(false);
  }

  /** Makes way for what is owed, or for the page. */
  close(): void {
    this.#go({ at: this.#store.getSnapshot().pending ? 'next' : 'idle' });
  }

  /** Called when a new password was sent, and the page has been told what came of it. */
  passwordSent(isSet: boolean): void {
    const { error } = this.#store.getSnapshot();
    if (isSet) this.stay();
    else if (error?.detail === 'link' || error?.detail === 'other-browser') this.#go({ at: 'failed', why: error });
  }

  #look(): void {
    try {
      const ticket = this.#store.takeTicket();
      if (ticket) void this.#begin(ticket);
      else if (this.#isFirst) void this.#resume();
    } catch (error) {
      this.#fail(error as StytchElementsError);
      void settled(this.#store).then(() => (this.#before = idOf(this.#store.getSnapshot())));
    }
    this.#isFirst = false;
  }

  async #begin(ticket: Ticket): Promise<void> {
    this.#ticket = ticket;
    this.#go({ at: 'working' });
    await settled(this.#store);
    this.#before = idOf(this.#store.getSnapshot());
    if (this.#before && !this.#store.canReturn) this.#go({ at: 'asking', ticket });
    else await this.use(ticket);
  }

  /** Goes on after a reload; what the reload has lost is explained. */
  async #resume(): Promise<void> {
    const { publicToken } = this.#store.options;
    const trail = findTrail(publicToken);
    if (!trail) return;
    await settled(this.#store);
    if (this.place.at !== 'idle') return;
    this.#before = trail.before;
    const snapshot = this.#store.getSnapshot();
    if (snapshot.status === 'signed-out') this.#go({ at: 'failed', why: 'interrupted' });
    else if (snapshot.pending || idOf(snapshot) !== trail.before) this.#arrived(false);
    else coverTrail(publicToken);
  }

  /** There is an answer: a session, something else that is owed, or nothing any more. */
  #arrived(owesNews: boolean): void {
    const { session, organization, pending } = this.#store.getSnapshot();
    this.#owesNews ||= owesNews;
    if (pending) {
      if (owesNews) this.#hosts.tell(({ element }) => announce(element, 'stytch-pending', { pending }));
      this.#owesNews = false; // whoever asks for what is owed tells what comes of it
      return this.#go({ at: 'next' });
    }
    if (!session || !organization) return this.#go({ at: 'failed', why: 'given-up' });
    if (this.#ticket?.resets) return this.#go({ at: 'new-password', ticket: this.#ticket });
    this.#go({ at: 'done' });
    setTimeout(() => this.place.at === 'done' && this.#hosts.tell((host) => this.#finish(host))); // a prompt that has just ended tells its news first
  }

  #finish(host: Host): void {
    const { session, member, organization } = this.#store.getSnapshot();
    if (!session || !member || !organization) return;
    const method = firstMethodOf(session) ?? 'unknown';
    if (this.#owesNews) announce(host.element, 'stytch-authenticated', { method, organization, member });
    this.#owesNews = false;
    host.goOn();
  }

  /** What goes wrong half-way is for the prompt to say that is there, unless the ticket is good for another try. */
  #fail(error: StytchElementsError, ticket?: Ticket): void {
    const { pending, error: shown } = this.#store.getSnapshot();
    const isShown = pending !== null && error === shown && !error.retryable;
    const isSignOn = ticket !== undefined && /oauth|sso/.test(ticket.type);
    const again = error.retryable ? ticket : undefined;
    this.#go(isShown ? { at: 'next' } : { at: 'failed', why: error, ticket: again, isSignOn });
    this.#hosts.tell(({ element }) => announce(element, 'stytch-error', { error }));
  }

  /** Looks at what others do: prompts, other tabs, the person by another way. */
  #follow({ status, session }: Snapshot): void {
    const { place } = this;
    const id = session?.member_session_id;
    const isNew = id !== undefined && this.#before !== undefined && id !== this.#before;
    if (place.at === 'asking' && status === 'signed-out') void this.use(place.ticket);
    if (place.at === 'done' && !session) this.#go({ at: 'idle' });
    if (place.at === 'next') {
      if (isNew) this.#arrived(false);
      else if (session) this.#go({ at: 'done' });
      else if (status === 'signed-out') this.#go({ at: 'failed', why: 'given-up' });
    }
    if (place.at !== 'failed') return;
    if (place.ticket && isNew) this.#arrived(false);
    else if (isNew || isLoggingIn(this.#store.view.busy)) this.close();
  }

  #go(place: Arriving): void {
    const { publicToken } = this.#store.options;
    this.place = place;
    if (this.isOver) coverTrail(publicToken);
    else leaveTrail(publicToken, this.#before ?? idOf(this.#store.getSnapshot()));
    this.#hosts.update();
  }
}

/** Whether a person has begun to log in by another way; what pages and elements ask by themselves is none. */
function isLoggingIn(busy: View['busy']): boolean {
  return busy !== null && busy !== 'authenticate' && busy !== 'find-organization' && busy !== 'list';
}
