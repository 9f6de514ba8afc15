import { userEvent, waitFor } from 'storybook/test';

/** What has the focus, in whatever shadow. */
function held(root: DocumentOrShadowRoot = document): Element | null {
  const { activeElement } = root;
  return activeElement?.shadowRoot?.activeElement ? held(activeElement.shadowRoot) : activeElement;
}

/** Presses keys where the focus is. */
export async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys);
}

/** Waits until the focus is at what `selector` finds, as somebody without a mouse does. */
export async function focusAt(selector: string): Promise<void> {
  await waitFor(() => {
    if (!held()?.matches(selector)) throw new Error(`The focus is not at ${selector}, but at ${held()?.outerHTML}`);
  });
}

/** Puts the focus where Tab would lead to: on the first `selector` in an element that has one. */
export async function tabTo(element: HTMLElement, selector: string): Promise<void> {
  const found = () =>
    element.shadowRoot!.querySelector<HTMLElement>(selector) ?? element.querySelector<HTMLElement>(selector);
  await waitFor(() => {
    found()!.focus();
  });
  await focusAt(selector);
}
