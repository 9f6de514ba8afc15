import type { TemplateResult } from 'lit';
import { nameOf, plain } from '../../controllers/names.js';
import type { PendingPrimary } from '../../flows/types.js';
import type { Screen } from '../prompt/screen.js';
import { step } from '../prompt/step.js';
import type { EntranceScene } from './screen.js';
import { allWays, wayButtons } from './ways.js';

/** Offers what the organization accepts: for an address that is known, each way is one button. */
export function stepUpMethods(scene: EntranceScene<'methods'>): Screen {
  const { title, methods, fixed, snapshot, messages } = scene;
  const { organization, member } = snapshot.pending as PendingPrimary;
  const { entrance } = messages;
  const name = nameOf(organization);
  const isUnverified = member?.email_address_verified === false;
  const actions = others(scene);
  if (methods.length === 0) return { title, text: entrance.stepUpNothing, actions, isDeadEnd: true };
  const text = isUnverified ? entrance.verifyText(name) : entrance.stepUpText(plain(fixed));
  if (fixed === undefined) return { title, text, actions, ...allWays(scene) };
  const choices = wayButtons(scene, methods, methods.length === 1 ? 'primary' : 'choice');
  return { title, text, choices, actions };
}

function others(scene: EntranceScene): TemplateResult[] {
  return scene.hasOthers ? [step(scene, scene.messages.entrance.chooseAgain, { type: 'choose-again' })] : [];
}
