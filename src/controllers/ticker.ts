import type { ReactiveController, ReactiveControllerHost } from 'lit';

const tickers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all countdowns of a page; none when there is no countdown. */
function tick(add: boolean, ticker: () => void): void {
  if (add) tickers.add(ticker);
  else if (!tickers.delete(ticker)) return;
  if (tickers.size > 0) timer ??= setInterval(() => tickers.forEach((each) => each()), 1000);
  else {
    clearInterval(timer);
    timer = undefined;
  }
}

type Host = ReactiveControllerHost & Pick<Node, 'isConnected'>;

/** Renders its host once a second while `isCounting` says that there is something to count. */
export class Ticker implements ReactiveController {
  readonly #host: Host;
  readonly #isCounting: () => boolean;
  readonly #tick: () => void;

  constructor(host: Host, isCounting: () => boolean) {
    this.#host = host;
    this.#isCounting = isCounting;
    this.#tick = () => host.requestUpdate();
    host.addController(this);
  }

  hostUpdated(): void {
    tick(this.#isCounting() && this.#host.isConnected, this.#tick); // one that is gone may still have an update coming
  }

  hostDisconnected(): void {
    tick(false, this.#tick);
  }
}
