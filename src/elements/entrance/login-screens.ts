import type { TemplateResult } from 'lit';
import { nameOf, plain } from '../../controllers/names.js';
import type { Screen } from '../prompt/screen.js';
import { step, way } from '../prompt/step.js';
import { type Method, isEmail } from './methods.js';
import type { EntranceScene } from './screen.js';
import { allWays } from './ways.js';

/** What the screens of a log-in can do besides asking for a step. */
export interface LoginScene extends EntranceScene<'methods'> {
  /** Looks again for the session, or for the organization that the page names. */
  again(this: void): void;
  /** Goes to where a person is wanted after their log-in; undefined when the page does not say. */
  readonly go: (() => void) | undefined;
  /** Gives up the organization that the person has named; undefined when it is the page that did. */
  readonly leave: (() => void) | undefined;
}

/** Offers every method that is open to whoever logs in. */
export function loginMethods(scene: LoginScene): Screen {
  const { title, methods, messages, leave } = scene;
  const { entrance } = messages;
  const actions = leave ? [way(scene, entrance.anotherOrganization, leave)] : [];
  if (methods.length === 0) return { title, text: entrance.nothing, actions };
  return { title, text: textOf(methods, entrance), actions, ...allWays(scene) };
}

/** Whoever is here has a session already. */
export function signedIn(scene: LoginScene): Screen {
  const { snapshot, messages, go } = scene;
  const { common, entrance, logout } = messages;
  const { member, organization } = snapshot;
  const who = plain(member?.name) || member?.email_address || '';
  return {
    title: entrance.signedInTitle,
    text: entrance.signedIn(who, organization ? nameOf(organization) : ''),
    choices: [
      ...(go ? [way(scene, common.continue, go, 'primary')] : []),
      step(scene, logout.label, { type: 'logout', forceClear: false }, 'way'),
    ],
  };
}

/** There is nothing to log in to: no session can be had, or nothing is known of the organization. */
export function unavailable(scene: LoginScene): Screen {
  const { snapshot, messages, again } = scene;
  const canRetry = snapshot.error?.retryable !== false;
  return { title: scene.title, choices: retry(scene, messages.common.tryAgain, canRetry && again) };
}

function retry(scene: LoginScene, label: string, again: (() => void) | false): TemplateResult[] {
  return again ? [way(scene, label, again, 'primary')] : [];
}

function textOf(methods: readonly Method[], words: LoginScene['messages']['entrance']): string | undefined {
  const first = methods.find(isEmail);
  if (first === 'magic_link') return words.byLink;
  return first === 'email_otp' ? words.byCode : undefined;
}
