import { type TemplateResult, html } from 'lit';
import { plain } from '../../controllers/names.js';
import { codeForm } from '../prompt/form.js';
import type { Screen } from '../prompt/screen.js';
import { resend, step } from '../prompt/step.js';
import type { EntranceScene } from './screen.js';

/** Where the mail of well-known addresses is read. */
const MAILBOXES = [
  { domain: /@(gmail|googlemail)\.com$/i, name: 'Gmail', href: 'https://mail.google.com/' },
  { domain: /@yahoo\.[a-z.]+$/i, name: 'Yahoo Mail', href: 'https://mail.yahoo.com/' },
  { domain: /@(outlook|hotmail|live)\.[a-z.]+$/i, name: 'Outlook', href: 'https://outlook.live.com/mail/' },
] as const;

/** A link is on its way; when it is opened in this browser, whoever opened it is followed. */
export function sent(scene: EntranceScene<'sent'>): Screen {
  const { place, methods, messages } = scene;
  const { entrance, links } = messages;
  const { email, what } = place;
  const code = step(scene, entrance.codeInstead, { type: 'send-code', email });
  return {
    title: entrance.checkMail,
    text: what === 'magic_link' ? entrance.linkSent(plain(email)) : entrance.resetSent(plain(email)),
    choices: mailbox(email, entrance.openMailbox),
    actions: [
      resend(scene, place.sentAt, links.resend, links.resendIn),
      ...(what === 'magic_link' && methods.includes('email_otp') ? [code] : []),
      another(scene),
    ],
  };
}

/** Asks for the code of an e-mail. */
export function emailCode(scene: EntranceScene<'email-code'>): Screen {
  const { place, messages } = scene;
  const { entrance, prompt } = messages;
  return {
    title: entrance.checkMail,
    text: entrance.codeSent(plain(place.email)),
    form: codeForm(scene),
    actions: [resend(scene, place.sentAt, prompt.resend, prompt.resendIn), another(scene)],
  };
}

/** Back to where the address is given, or the method chosen. */
function another(scene: EntranceScene): TemplateResult {
  const { common, entrance } = scene.messages;
  return step(scene, scene.fixed === undefined ? entrance.anotherAddress : common.back, { type: 'back' });
}

function mailbox(email: string, label: (name: string) => string): TemplateResult[] {
  const found = MAILBOXES.find(({ domain }) => domain.test(email));
  if (!found) return [];
  const { name, href } = found;
  return [
    html`<a class="button primary" part="button primary-button mailbox" href=${href} target="_blank" rel="noopener">${label(name)}</a>`,
  ];
}
