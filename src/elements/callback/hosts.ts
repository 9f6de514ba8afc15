/** An element that shows arrivals. */
export interface Host {
  readonly element: HTMLElement & { requestUpdate(): void };
  /** Takes whoever has arrived to where the page wants them. */
  goOn(): void;
}

type News = (host: Host) => void;

/** The elements that show one arrival, of which the first does and tells. What there is to tell waits for one. */
export class Hosts {
  readonly #hosts: Host[] = [];
  readonly #news: News[] = [];
  readonly #left: () => void;

  /** `left` is called when no element is there any more. */
  constructor(left: () => void) {
    this.#left = left;
  }

  /** The element that shows and tells. */
  get lead(): HTMLElement | undefined {
    return this.#hosts[0]?.element;
  }

  /** Returns what takes the element off again. */
  add(host: Host): () => void {
    this.#hosts.push(host);
    this.#deliver();
    return () => {
      this.#hosts.splice(this.#hosts.indexOf(host), 1);
      this.update();
      queueMicrotask(() => this.#hosts.length === 0 && this.#left()); // one that is moved is back by then
    };
  }

  update(): void {
    for (const { element } of this.#hosts) element.requestUpdate();
  }

  tell(news: News): void {
    this.#news.push(news);
    this.#deliver();
  }

  #deliver(): void {
    const [lead] = this.#hosts;
    if (lead) for (const news of this.#news.splice(0)) news(lead);
  }
}
