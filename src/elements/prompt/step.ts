import { type TemplateResult, html } from 'lit';
import { plain } from '../../controllers/names.js';
import type { Intent } from '../../flows/flow.js';
import type { Scene, Screen } from './screen.js';

/** Seconds to wait before another code or link may be asked for, as in Stytch's own card. */
const PAUSE = 15;

/** The parts of a button, by its look. */
const PARTS: Readonly<Record<string, string>> = { link: 'button link', primary: 'button primary-button' };

/** A button for another way on; while something is under way there is only the way back. */
export function step(scene: Scene, label: unknown, intent: Intent, look = 'link'): TemplateResult {
  const busy = intent.type === 'back' ? null : scene.busy;
  return way({ ...scene, busy }, label, () => void scene.send(intent), look);
}

/** A button that does something else than a step. */
export function way({ busy }: Scene, label: unknown, go: () => void, look = 'link'): TemplateResult {
  const click = () => busy === null && go();
  return html`
    <button class=${`button ${look}`} part=${PARTS[look] ?? 'button'} aria-disabled=${busy !== null} @click=${click}>${label}</button>
  `;
}

export function tryAgain(scene: Scene): TemplateResult {
  return step(scene, scene.messages.common.tryAgain, { type: 'retry' }, 'primary');
}

/** Whole seconds until another code or link may be asked for. */
export function secondsToResend(sentAt: number | null | undefined, now: number): number {
  return sentAt ? Math.max(0, Math.ceil(PAUSE - (now - sentAt) / 1000)) : 0;
}

/** Asks for another one. The seconds are not announced: only that it is on its way, and when the next can be had. */
export function resend(
  { busy, now, send }: Scene,
  sentAt: number | null,
  label: string,
  labelIn: (seconds: number) => string,
): TemplateResult {
  const left = secondsToResend(sentAt, now);
  const isOff = left > 0 || busy !== null;
  const ask = () => !isOff && send({ type: 'resend-code' });
  return html`
    <button class="button link" part="button link resend" aria-disabled=${isOff} @click=${ask}>
      ${left > 0 ? labelIn(left) : label}
    </button>
  `;
}

/** The intermediate session is over. */
export function expired(scene: Scene): Screen {
  const { home, messages } = scene;
  const { prompt } = messages;
  return {
    title: prompt.expiredTitle,
    text: `${prompt.expired} ${home ? prompt.expiredWithHome(plain(home)) : prompt.expiredAlone}`,
    choices: [tryAgain(scene)],
    cancel: { type: 'cancel' },
  };
}

/** The session to go back to could not be restored yet. */
export function goBack(scene: Scene): Screen {
  const { home, messages } = scene;
  return {
    title: messages.prompt.returnTitle(plain(home)),
    text: messages.prompt.return,
    choices: [tryAgain(scene)],
  };
}
