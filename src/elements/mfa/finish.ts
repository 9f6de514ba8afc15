import { type TemplateResult, html } from 'lit';
import { nameOf } from '../../controllers/names.js';
import { download } from './copy-button.js';
import type { Screen } from '../prompt/screen.js';
import { step, tryAgain } from '../prompt/step.js';
import type { MfaScene } from './screen.js';

/** Shows the recovery codes of a new authenticator app until the person says that they are kept. */
export function saveCodes(scene: MfaScene<'save-codes'>): Screen {
  const { place, busy, messages } = scene;
  const failed = !place.codes && busy !== 'get-codes' && busy !== 'rotate-codes';
  const done = step(scene, messages.mfa.saved, { type: 'codes-saved' }, 'primary');
  return {
    title: messages.mfa.saveTitle,
    text: messages.mfa.save,
    figure: failed ? undefined : codesFigure(scene),
    choices: place.codes ? [done] : failed ? [tryAgain(scene)] : [],
  };
}

function codesFigure({ place, pending, messages, parts }: MfaScene<'save-codes'>): TemplateResult {
  const codes = place.codes ?? [];
  const text = codes.join('\n');
  const save = () => download(messages.mfa.fileName(nameOf(pending.organization)), `${text}\n`);
  return html`
    <div class="figure">
      <ul part="codes" role="list" aria-label=${messages.mfa.codes} translate="no" dir="ltr">
        ${codes.map((each) => html`<li>${each}</li>`)}
      </ul>
      <div class="row" ?hidden=${codes.length === 0}>
        ${parts.copy.template(messages.common, text, 'codes')}
        <button class="button" part="button" @click=${save}>${messages.common.download}</button>
      </div>
    </div>
  `;
}
