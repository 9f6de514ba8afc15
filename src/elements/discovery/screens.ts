import { plain } from '../../controllers/names.js';
import type { Screen } from '../prompt/screen.js';
import { step, tryAgain, way } from '../prompt/step.js';
import { creationForm } from './creation.js';
import { organizationList, skeleton } from './list.js';
import type { DiscoveryScene } from './screen.js';

/** Lets a person choose. */
export function choosing(scene: DiscoveryScene): Screen {
  const { messages, mayCreate, turn } = scene;
  const create = () => turn(true);
  return {
    title: messages.discovery.title,
    text: who(scene),
    choices: organizationList(scene),
    actions: mayCreate ? [way(scene, messages.switcher.create, create)] : [],
  };
}

/** Asks for what an organization needs to be created; the first one of somebody, or another one. */
export function creating(scene: DiscoveryScene): Screen {
  const { pending, messages, turn } = scene;
  const { none, createText, createTitle } = messages.discovery;
  const isFirst = pending.organizations.length === 0;
  const back = way(scene, messages.common.back, () => turn(false));
  return {
    title: createTitle,
    text: isFirst && pending.email ? `${none(plain(pending.email))} ${createText}` : createText,
    form: creationForm(scene),
    actions: isFirst ? leave(scene, 'link') : [back],
  };
}

/** Explains that there is nothing to choose from. */
export function nothingThere(scene: DiscoveryScene): Screen {
  const { pending, messages } = scene;
  const { noneTitle, none } = messages.discovery;
  return { title: noneTitle, text: none(plain(pending.email)), choices: leave(scene, 'primary') };
}

/** The list is on its way, or could not be read. */
export function unread(scene: DiscoveryScene): Screen {
  const { busy, messages } = scene;
  const { title, unreadable } = messages.discovery;
  if (busy === 'list') return { title, text: who(scene), choices: [skeleton()] };
  return { title, text: unreadable, choices: [tryAgain(scene)] };
}

/** The person is being taken on without being asked. */
export function goingOn(scene: DiscoveryScene): Screen {
  return { title: scene.messages.common.working, text: who(scene), choices: [skeleton()] };
}

/** The time to choose is over; a new one begins with proving the address again. */
export function tooLate(scene: DiscoveryScene): Screen {
  const { home, messages } = scene;
  const { expiredTitle: title, expired } = messages.discovery;
  const text = home ? expired : `${expired} ${messages.prompt.expiredAlone}`;
  const label = home ? messages.discovery.goBack(plain(home)) : messages.common.tryAgain;
  return { title, text, choices: [step(scene, label, { type: 'cancel' }, 'primary')] };
}

/** Whose organizations these are, and what becomes of the session before. */
function who({ pending, home, messages: { discovery } }: DiscoveryScene): string {
  const email = pending.email && discovery.signingIn(plain(pending.email));
  return [email, home && discovery.stay(plain(home))].filter(Boolean).join(' ');
}

function leave(scene: DiscoveryScene, look: string) {
  const { home, messages } = scene;
  const label = home ? messages.discovery.goBack(plain(home)) : messages.discovery.useAnother;
  return [step(scene, label, { type: 'cancel' }, look)];
}
