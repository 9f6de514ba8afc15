// How the page looks: the elements follow it.
import { choice } from './choice.js';

/** Colours and direction of the page. */
export function looks() {
  const { documentElement: page } = document;
  const colours = { auto: 'As the system', light: 'Light', dark: 'Dark' };
  const directions = { ltr: 'Left to right', rtl: 'Right to left' };
  const direction = choice('Direction', 'direction', directions, (dir) => (page.dir = dir));
  direction.choose(page.dir || 'ltr');
  return [choice('Colours', 'colours', colours, (theme) => (page.dataset.theme = theme)).element, direction.element];
}
