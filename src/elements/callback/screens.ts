import { type TemplateResult, html, nothing } from 'lit';
import { nameOf, plain } from '../../controllers/names.js';
import type { StytchElementsError } from '../../flows/errors.js';
import type { Scene, Screen } from '../prompt/screen.js';
import { way } from '../prompt/step.js';
import type { Arrival } from './arrival.js';
import type { Arriving } from './arriving.js';

export type Shown = Exclude<Arriving, { at: 'idle' | 'next' }>;

/** What the screens of an arrival are made from. */
export type CallbackScene<K extends Shown['at'] = Shown['at']> = Scene<Extract<Shown, { at: K }>> & {
  readonly arrival: Arrival;
  /** Where the page wants whoever is in, if anywhere. */
  readonly onward: URL | 'refused' | undefined;
  /** Where one logs in. */
  readonly login: URL | undefined;
  /** Whether the page has something to put in the place of a link there. */
  readonly hasOwnWay: boolean;
  readonly isDialog: boolean;
  /** The form for a new password, of somebody whose address may be known. */
  passwordForm(this: void, email: string | undefined): TemplateResult;
  goOn(this: void): void;
};

export function working({ messages }: CallbackScene): Screen {
  const figure = html`<div class="progress" part="progress" aria-hidden="true"></div>`;
  return { title: messages.common.working, text: messages.callback.working, figure, error: '' };
}

/** Somebody is signed in here, and could not come back to that. */
export function asking(scene: CallbackScene<'asking'>): Screen {
  const { place, arrival, messages, snapshot } = scene;
  const { ask, askTitle, stay } = messages.callback;
  return {
    title: askTitle,
    text: saying(scene, ask),
    error: '',
    choices: [
      way(scene, messages.common.continue, () => void arrival.use(place.ticket), 'primary'),
      way(scene, stay(snapshot.organization ? nameOf(snapshot.organization) : ''), () => arrival.stay(), ''),
    ],
  };
}

/** A new password is asked for before its link is used; or, with another kind of link, of somebody signed in with it. */
export function newPassword(scene: CallbackScene<'new-password'>): Screen {
  const { place, arrival, messages, snapshot } = scene;
  const { newPasswordTitle, newPassword, replacePassword, keepPassword } = messages.callback;
  const email = place.ticket.type === 'multi_tenant_magic_links' ? snapshot.member?.email_address : undefined;
  return {
    title: newPasswordTitle,
    text: email ? replacePassword(plain(email)) : newPassword,
    form: scene.passwordForm(email),
    actions: [way(scene, email ? keepPassword : messages.common.cancel, () => arrival.stay())],
  };
}

/** What has become of it, and what can be done now. */
export function failed(scene: CallbackScene<'failed'>): Screen {
  const { place, arrival, messages, snapshot } = scene;
  const { ticket } = place;
  const again = ticket && way(scene, messages.common.tryAgain, () => void arrival.use(ticket), 'primary');
  return {
    ...explained(scene),
    choices: [...(again ? [again] : []), ...(snapshot.session ? goOn(scene) : backToLogin(scene)), ...close(scene)],
  };
}

export function done(scene: CallbackScene<'done'>): Screen {
  const { messages, onward } = scene;
  return {
    title: messages.callback.signedInTitle,
    text: saying(scene, messages.callback.signedIn),
    error: onward === 'refused' ? messages.details.redirect : '',
    choices: [...goOn(scene), ...close(scene)],
  };
}

function explained(scene: CallbackScene<'failed'>): Screen {
  const { place, messages, snapshot, text } = scene;
  const { why, isSignOn } = place;
  const words = messages.callback;
  const still = snapshot.session ? saying(scene, words.still) : undefined;
  if (why === 'given-up') return { title: words.givenUpTitle, text: words.givenUp, error: '' };
  if (why === 'interrupted') return { title: words.interruptedTitle, text: still, error: words.interrupted };
  const error = why.detail === 'link' && isSignOn ? words.usedSignOn : text.problem(why);
  return { title: words[titleOf(why, isSignOn)], text: still, error };
}

/** The heading of what can go wrong; what is said below it is what to do. */
function titleOf({ detail }: StytchElementsError, isSignOn: boolean | undefined) {
  if (detail === 'link' && !isSignOn) return 'usedTitle';
  if (detail === 'other-browser') return 'otherBrowserTitle';
  if (detail === 'link-type') return 'linkTypeTitle';
  return detail === 'refused' ? 'refusedTitle' : 'failedTitle';
}

function saying({ snapshot }: CallbackScene, sentence: (name: string, organization: string) => string): string {
  const { member, organization } = snapshot;
  if (!member || !organization) return '';
  return sentence(plain(member.name) || plain(member.email_address), nameOf(organization));
}

function goOn(scene: CallbackScene): TemplateResult[] {
  return scene.onward instanceof URL ? [way(scene, scene.messages.common.continue, scene.goOn, 'primary')] : [];
}

/** A page may put something else in its place. */
function backToLogin({ login, hasOwnWay, messages }: CallbackScene): TemplateResult[] {
  const { backToLogin: label } = messages.callback;
  const link = html`<a class="button" part="button" href=${login?.href ?? nothing}>${label}</a>`;
  return login || hasOwnWay ? [html`<slot name="error">${login ? link : nothing}</slot>`] : [];
}

/** Back to the page behind a dialog. */
function close({ arrival, isDialog, messages }: CallbackScene): TemplateResult[] {
  const button = html`
    <button class="button" part="button cancel" @click=${() => arrival.close()}>${messages.common.close}</button>
  `;
  return isDialog ? [button] : [];
}
