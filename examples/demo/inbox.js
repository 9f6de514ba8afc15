// The mailbox and the phone: whatever the emulator would have sent.
import { copyButton } from './copy-button.js';
import { make } from './dom.js';
import { emulator, everySecond } from './project.js';

/** @typedef {{ to: string, kind: keyof typeof KINDS, code?: string, url?: string }} Letter */

const KINDS = {
  sms_otp: 'Text message',
  email_otp: 'E-mail with a code',
  magic_link: 'E-mail with a link',
  password_reset: 'E-mail to reset a password',
};
const SHOWN = 8;

/**
 * The messages, newest first.
 * @param {(count: number) => void} tell called with the number of new ones
 */
export function inbox(tell) {
  const list = make('ol', { class: 'letters' });
  const empty = make('p', { class: 'soft' }, 'Nothing was sent yet.');
  const said = make('p', { class: 'visually-hidden', role: 'status' });
  let known = -1;
  everySecond(async () => {
    const letters = /** @type {Letter[]} */ (await emulator('outbox').catch(() => undefined));
    if (!letters || letters.length === known) return;
    const fresh = known < 0 ? 0 : letters.length - known;
    known = letters.length;
    list.replaceChildren(...letters.slice(-SHOWN).reverse().map(letter));
    empty.hidden = letters.length > 0;
    if (fresh <= 0) return;
    said.textContent = `New in the inbox: ${KINDS[letters.at(-1)?.kind ?? 'sms_otp']}`;
    tell(fresh);
  });
  return [empty, list, said];
}

/** @param {Letter} letter */
function letter({ to, kind, code, url }) {
  const item = make('li', {}, make('p', {}, make('strong', {}, KINDS[kind]), ` to ${to}`));
  if (code)
    item.append(
      make('code', { class: 'code' }, code),
      copyButton(`the code ${code}`, () => code),
    );
  if (url && /^https?:/.test(url)) item.append(make('a', { href: url }, 'Open the link'));
  return item;
}
