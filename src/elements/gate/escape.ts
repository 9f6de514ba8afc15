/**
 * Has Escape in the prompt of a gate do what its button to cancel does, as in a dialog; unless something has been typed,
 * which would be lost.
 */
export function followEscape(host: HTMLElement): void {
  host.addEventListener('keydown', (event) => {
    const prompt = host.querySelector(':scope > [slot=prompt]');
    if (event.key !== 'Escape' || !prompt || !event.composedPath().includes(prompt)) return;
    if ([...prompt.querySelectorAll('input')].some(({ value }) => value)) return;
    event.preventDefault();
    event.stopPropagation(); // a dialog around the gate has an Escape of its own
    prompt.shadowRoot?.querySelector<HTMLElement>('[part~=cancel]')?.click();
  });
}
