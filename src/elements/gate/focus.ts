/** Focuses what is shown instead of what had focus, so that a person hears of it and goes on from there. */
export function focusOn(slot: HTMLSlotElement): void {
  const [shown] = slot.assignedElements({ flatten: true });
  if (!(shown instanceof HTMLElement)) return;
  shown.focus();
  if (shown.matches(':focus-within')) return;
  shown.tabIndex = -1;
  shown.addEventListener('blur', () => shown.removeAttribute('tabindex'), { once: true });
  shown.focus();
}
