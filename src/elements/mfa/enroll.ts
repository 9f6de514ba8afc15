import { type TemplateResult, html, nothing } from 'lit';
import { nameOf } from '../../controllers/names.js';
import { enrollable } from '../../flows/arrive.js';
import { codeForm } from '../prompt/form.js';
import type { Screen } from '../prompt/screen.js';
import { step, tryAgain } from '../prompt/step.js';
import { phoneForm } from './form.js';
import { authenticatorUri } from './qr-code.js';
import type { MfaScene } from './screen.js';
import { useMethod } from './verify.js';

/** Lets a member choose what to set up. */
export function choose(scene: MfaScene): Screen {
  const { pending, messages } = scene;
  const methods = enrollable(pending.organization);
  return {
    title: messages.mfa.enrollTitle(nameOf(pending.organization)),
    text: methods.length > 0 ? messages.mfa.choose : messages.mfa.nothingToChoose,
    choices: methods.map((method) => useMethod(scene, method, 'choice')),
  };
}

/** Shows the secret of a new authenticator app, to scan or to type, and asks for the app's first code. */
export function enrollTotp(scene: MfaScene<'enroll-totp'>): Screen {
  const { place, pending, busy, messages } = scene;
  const failed = !place.registration && busy !== 'create-totp';
  return {
    title: messages.mfa.enrollTitle(nameOf(pending.organization)),
    text: messages.mfa.scan,
    figure: failed ? undefined : secretFigure(scene),
    form: failed ? undefined : codeForm(scene),
    choices: failed ? [tryAgain(scene)] : [],
    actions: back(scene),
  };
}

/** Asks for the number of a telephone. */
export function enrollPhone(scene: MfaScene): Screen {
  const { pending, messages } = scene;
  return {
    title: messages.mfa.enrollTitle(nameOf(pending.organization)),
    text: messages.mfa.phone,
    form: phoneForm(scene),
    actions: back(scene),
  };
}

/** What the QR code of a new authenticator app says; empty before there is a secret. */
export function uriOf({ place, pending }: MfaScene): string {
  const secret = place.at === 'enroll-totp' && place.registration?.secret;
  return secret ? authenticatorUri(nameOf(pending.organization), pending.member.email_address, secret) : '';
}

function secretFigure({ place, messages, parts }: MfaScene<'enroll-totp'>): TemplateResult {
  const { registration } = place;
  return html`
    <div class="figure">
      <div class="qr">${qr(parts.qr.drawing, messages.mfa.qr)}</div>
      <div class="key">
        <p class="muted" part="text">${messages.mfa.manual}</p>
        <div class="row">
          ${registration ? key(registration.secret) : html`<div class="skeleton" part="skeleton"></div>`}
          ${registration ? parts.copy.template(messages.common, registration.secret, 'secret') : nothing}
        </div>
      </div>
    </div>
  `;
}

/** Groups of four are for the eye: what is selected or read aloud holds no spaces. */
function key(secret: string): TemplateResult {
  const groups = secret.match(/.{1,4}/g) ?? [];
  return html`<code part="secret" translate="no" dir="ltr">${groups.map((group) => html`<span>${group}</span>`)}</code>`;
}

function qr(drawing: MfaScene['parts']['qr']['drawing'], label: string): TemplateResult {
  if (!drawing) return html`<div class="skeleton" part="skeleton"></div>`;
  const side = drawing.size + 8; // four modules of quiet zone all around
  return html`
    <svg part="qr" role="img" aria-label=${label} viewBox=${`-4 -4 ${side} ${side}`} shape-rendering="crispEdges">
      <path d=${drawing.path} />
    </svg>
  `;
}

function back(scene: MfaScene): TemplateResult[] {
  const isChosen = scene.wanted?.want === null; // by the member, who wants no other
  const hasChoice = enrollable(scene.pending.organization).length > 1;
  return hasChoice && !isChosen ? [step(scene, scene.messages.common.back, { type: 'back' })] : [];
}
