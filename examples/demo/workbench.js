// The tools around the product: who one is, what arrives, which codes hold, what goes wrong, what is announced.
import { authenticators } from './authenticators.js';
import { byId, make } from './dom.js';
import { inbox } from './inbox.js';
import { log } from './log.js';
import { looks } from './looks.js';
import { personButtons } from './people.js';
import { weather } from './weather.js';

/** Fills the workbench. */
export function openWorkbench() {
  const news = make('span', { class: 'news' });
  const body = make('div', { class: 'tools', id: 'tools' });
  const toggle = make('button', { 'aria-expanded': 'false', 'aria-controls': 'tools' }, 'Workbench', news);
  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(toggle.getAttribute('aria-expanded') === 'false'));
    news.textContent = '';
  });
  const tell = (/** @type {number} */ count) => {
    if (toggle.getAttribute('aria-expanded') === 'false') news.textContent = `${count} new`;
  };
  body.append(
    make(
      'p',
      { class: 'soft' },
      'Not part of the product. It plays the log-in page, the mailbox, the phone and the weather.',
    ),
    tool('Sign in as', make('div', { class: 'row' }, ...personButtons()), secondTab()),
    tool('Inbox', ...inbox(tell)),
    tool('Authenticator app', ...authenticators()),
    tool('Weather', ...weather()),
    tool('Page', ...looks()),
    tool('Events', ...log()),
  );
  byId('workbench').append(make('h2', {}, toggle, make('span', { class: 'wide' }, 'Workbench')), body);
}

function secondTab() {
  return make('a', { href: './', target: '_blank' }, 'Open a second tab');
}

/**
 * @param {string} title
 * @param {(Node | string)[]} content
 */
function tool(title, ...content) {
  return make('section', {}, make('h3', {}, title), ...content);
}
