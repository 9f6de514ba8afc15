import { make } from './dom.js';

/**
 * A button that copies what `read` returns.
 * @param {string} what
 * @param {() => string} read
 */
export function copyButton(what, read) {
  const button = make('button', { class: 'button small', 'aria-label': `Copy ${what}` }, 'Copy');
  button.addEventListener('click', async () => {
    const done = await navigator.clipboard.writeText(read()).then(
      () => 'Copied',
      () => 'Not allowed',
    );
    button.textContent = done;
    setTimeout(() => (button.textContent = 'Copy'), 1500);
  });
  return button;
}
