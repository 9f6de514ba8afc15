// The authenticator app on the phone: Ada's for Globex, and those that are enrolled here.
import { TOTP, URI } from 'otpauth';
import { copyButton } from './copy-button.js';
import { make } from './dom.js';
import { everySecond } from './project.js';
import { serverTime } from './weather.js';

const PERIOD = 30_000;

/** The entries of the app, and a field for one more. */
export function authenticators() {
  const list = make('ul', { class: 'letters' });
  list.append(entry('Ada in Globex', new TOTP({ secret: 'JBSWY3DPEHPK3PXP' })));
  const add = (/** @type {TOTP} */ totp) => list.append(entry(`Added here (${list.children.length})`, totp));
  return [list, addForm(add)];
}

/**
 * @param {string} name
 * @param {TOTP} totp
 */
function entry(name, totp) {
  const code = make('code', { class: 'code' });
  const next = make('span', { class: 'soft' });
  const left = make('progress', { max: PERIOD, 'aria-label': `Time that the code for ${name} has left` });
  everySecond(() => {
    const timestamp = serverTime();
    code.textContent = totp.generate({ timestamp });
    left.value = PERIOD - (timestamp % PERIOD);
    next.textContent = `${Math.ceil(left.value / 1000)} s, then ${totp.generate({ timestamp: timestamp + PERIOD })}`;
  });
  const copy = copyButton(`the code for ${name}`, () => code.textContent);
  return make('li', {}, make('p', {}, make('strong', {}, name)), code, copy, left, next);
}

/** @param {(totp: TOTP) => void} add */
function addForm(add) {
  const field = make('input', {
    id: 'key',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'key-problem',
  });
  const problem = make('p', { class: 'problem', id: 'key-problem', role: 'alert' });
  const form = make('form', {}, make('label', { for: 'key' }, 'Key that was shown to you'));
  form.append(make('div', { class: 'row' }, field, make('button', { class: 'button' }, 'Add')), problem);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const totp = read(field.value);
    problem.textContent = totp ? '' : 'That is not a key of an authenticator app.';
    if (!totp) return;
    add(totp);
    field.value = '';
  });
  return form;
}

/**
 * The authenticator that a key or an `otpauth:` address stands for.
 * @param {string} text
 */
function read(text) {
  try {
    const parsed = text.startsWith('otpauth:') ? URI.parse(text.trim()) : new TOTP({ secret: text.replace(/\s/g, '') });
    return parsed instanceof TOTP && parsed.secret.buffer.byteLength > 0 ? parsed : undefined;
  } catch {
    return undefined;
  }
}
