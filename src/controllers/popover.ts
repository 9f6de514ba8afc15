import type { ReactiveController, ReactiveElement } from 'lit';

/** Pixels between trigger and popover, and between popover and the edge of the window. */
const GAP = 4;
const EDGE = 8;
/** The least height that is worth opening into; with less on both sides the trigger is covered. */
const LEAST = 180;

type Side = 'above' | 'below' | 'over';

/**
 * Keeps the `[popover]` of its host beside the `[popovertarget]` button: below it or above, wherever it fits. The
 * browser opens it, in the top layer, and closes it on Escape and on a click elsewhere; focus then returns.
 */
export class Popover implements ReactiveController {
  /** Whether it is open, or about to be. */
  open = false;
  readonly #host: ReactiveElement;
  readonly #changed: (open: boolean) => void;
  #side: Side | undefined;
  readonly #place = () => this.#placed();
  readonly #resized = () => {
    this.#side = undefined;
    this.#placed();
  };

  constructor(host: ReactiveElement, changed: (open: boolean) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  get trigger(): HTMLElement | null {
    return this.#find('[popovertarget]');
  }

  show(): void {
    if (!this.open) this.#find('[popover]')?.showPopover();
  }

  hide(): void {
    if (!this.open) return;
    this.#find('[popover]')?.hidePopover();
    this.#turn(false); // a modal dialog may have hidden it already, in WebKit without a word
  }

  /** For `beforetoggle` and `toggle` of the popover: what it holds is drawn before it is there, and again when it is. */
  readonly toggling = ({ type, newState, target }: ToggleEvent): void => {
    if (type === 'toggle' && newState === 'closed') this.#turn(false);
    if (type === 'toggle') return this.#host.requestUpdate();
    const within = holdsFocus(target as HTMLElement);
    this.#turn(newState === 'open');
    if (this.open) requestAnimationFrame(() => this.#host.requestUpdate());
    else if (within) this.trigger?.focus();
  };

  /** For `keydown` of the trigger: arrows open it, too. */
  readonly opening = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.open) return this.#escaped(event);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.show();
  };

  /** For `focusout` and `keydown` of the popover: who leaves it by keyboard is done with it. */
  readonly leaving = (event: Event): void => {
    const popover = event.currentTarget as HTMLElement;
    const next = (event as FocusEvent).relatedTarget as Node | null;
    const elsewhere = event.type === 'focusout' && next !== null && next !== this.trigger;
    const { key } = event as KeyboardEvent;
    if (elsewhere || key === 'Tab') setTimeout(() => holdsFocus(popover) || this.hide());
    if (key === 'Escape') this.#escaped(event);
  };

  hostUpdated(): void {
    if (this.open) this.#placed();
  }

  hostDisconnected(): void {
    this.#turn(false); // the browser closes what leaves the document, and says nothing
  }

  /** Escape is for the popover alone, not for a dialog around it, which browsers close along with it at times. */
  #escaped(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    this.hide();
  }

  #turn(open: boolean): void {
    if (open === this.open) return;
    this.open = open;
    this.#side = undefined;
    const turn = open ? addEventListener : removeEventListener;
    turn('resize', this.#resized);
    turn('scroll', this.#place, { capture: true });
    this.#changed(open);
    this.#host.requestUpdate();
  }

  #placed(): void {
    const [trigger, popover] = [this.trigger, this.#find('[popover]')];
    if (!trigger || !popover?.offsetWidth) return;
    const box = trigger.getBoundingClientRect();
    const below = innerHeight - box.bottom - GAP - EDGE;
    const above = box.top - GAP - EDGE;
    this.#side ??= sideFor(naturalHeight(popover), above, below);
    const start = getComputedStyle(trigger).direction === 'rtl' ? box.right - popover.offsetWidth : box.left;
    const most = document.documentElement.clientWidth - popover.offsetWidth - EDGE;
    const place = {
      above: { top: null, bottom: innerHeight - box.top + GAP, 'max-height': above },
      below: { top: box.bottom + GAP, bottom: null, 'max-height': below },
      over: { top: EDGE, bottom: null, 'max-height': innerHeight - 2 * EDGE },
    }[this.#side];
    for (const [name, value] of Object.entries({ ...place, left: Math.max(EDGE, Math.min(start, most)) }))
      popover.style.setProperty(name, value === null ? 'auto' : `${value}px`);
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot?.querySelector(selector) ?? null;
  }
}

/** Also where the focus is in a popover of an element inside, which Chromium does not count as within. */
function holdsFocus(popover: HTMLElement): boolean {
  const { activeElement } = popover.getRootNode() as ShadowRoot;
  return popover.matches(':focus-within') || popover.contains(activeElement);
}

/** Stays the same while open, so that what a list brings does not make it jump. */
function sideFor(height: number, above: number, below: number): Side {
  if (Math.max(above, below) < Math.min(height, LEAST)) return 'over';
  return height > below && above > below ? 'above' : 'below';
}

function naturalHeight(popover: HTMLElement): number {
  popover.style.removeProperty('max-height');
  return popover.offsetHeight;
}
