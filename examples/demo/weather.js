// What can go wrong around a page: the network, the server, its clock.
import { make } from './dom.js';
import { choice } from './choice.js';
import { signInFirst } from './people.js';
import { emulator, everySecond, surroundings } from './project.js';

const KINDS = {
  fair: 'Fair',
  offline: 'Connection breaks',
  slow: 'Answers take 20 s',
  failing: 'Server fails (500)',
  limited: 'Next switch is refused (429)',
};
let offset = 0;

/** What the emulator's clock shows, in milliseconds since 1970. */
export function serverTime() {
  return Date.now() + offset;
}

/** The weather, the clock, and the way back to where everything began. */
export function weather() {
  const clock = make('output', { class: 'clock' });
  const kinds = choice('Calls to the API', 'weather', KINDS, (kind) => void surroundings({ weather: kind }).then(show));
  const show = (/** @type {{ weather: string, clockOffset: number }} */ now) => {
    offset = now.clockOffset;
    kinds.choose(now.weather);
    const minutes = Math.round(offset / 60_000);
    clock.textContent = `Server clock ${new Date(serverTime()).toLocaleTimeString('en-GB')}${minutes ? `, ${minutes} min ahead` : ''}`;
  };
  const look = () => surroundings().then(show, () => undefined);
  everySecond(look);
  const later = () => emulator('clock', { advanceSeconds: 600 }).then(look);
  const reset = () => emulator('reset', {}).then(signInFirst).then(look);
  const buttons = make('div', { class: 'row' });
  buttons.append(
    make('button', { class: 'button', onclick: () => void later() }, 'Ten minutes later'),
    make('button', { class: 'button', onclick: () => void reset() }, 'Start over'),
  );
  return [kinds.element, clock, buttons];
}
