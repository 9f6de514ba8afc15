import type { ReactiveElement } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import { mfa } from '../../messages/en-mfa.js';
import { prompting } from '../../messages/en-prompt.js';
import type { Snapshot } from '../../flows/types.js';
import { addEnglish } from '../../messages/messages.js';
import type { Kind, Scene, Screen } from '../prompt/screen.js';
import { expired, goBack } from '../prompt/step.js';
import { CopyButton } from './copy-button.js';
import { choose, enrollPhone, enrollTotp, uriOf } from './enroll.js';
import { saveCodes } from './finish.js';
import { type PhoneOptions, PhoneField } from './phone-field.js';
import { QrCode } from './qr-code.js';
import type { MfaAt, MfaScene } from './screen.js';
import { code, recovery } from './verify.js';

/** The screen of each place; a place without one does not compile. */
const screens: { readonly [K in MfaAt]: (scene: MfaScene<K>) => Screen } = {
  code,
  recovery,
  choose,
  'enroll-totp': enrollTotp,
  'enroll-phone': enrollPhone,
  'save-codes': saveCodes,
  expired,
  return: goBack,
};

/** The element that asks. */
type Host = ReactiveElement & PhoneOptions & { readonly mode: 'pending' | 'step-up' };

/** Asks for a second factor, or has one set up. */
export class MfaKind implements Kind {
  readonly #host: Host;
  readonly #parts: MfaScene['parts'];

  /** `say` announces something without showing it. */
  constructor(host: Host, say: (what: 'copied' | 'notCopied') => void) {
    addEnglish(prompting, mfa);
    this.#host = host;
    this.#parts = { phone: new PhoneField(host, host), qr: new QrCode(host), copy: new CopyButton(host, say) };
  }

  placeOf({ snapshot, view }: AuthController) {
    const isOwed = this.#host.mode === 'step-up' ? view.wanted !== null : snapshot.pending?.kind === 'mfa';
    return (isOwed && view.place) || undefined;
  }

  screenOf(scene: Scene): Screen {
    const whole = { ...scene, pending: pendingOf(scene.snapshot), parts: this.#parts } as MfaScene;
    void this.#parts.qr.draw(uriOf(whole));
    const screen = (screens[whole.place.at] as (scene: MfaScene) => Screen)(whole);
    const isKept = whole.place.at === 'save-codes' && (whole.place.codes !== null || !scene.wanted); // what is not there is not lost
    const isOver = isKept || whole.place.at === 'return';
    return isOver ? screen : { ...screen, cancel: { type: 'cancel' } };
  }

  arrive(scene: Scene | undefined): void {
    const { phone, qr } = this.#parts;
    if (!scene) {
      phone.reset();
      void qr.draw('');
    }
    if (scene?.place.at === 'enroll-phone') void phone.load();
  }
}

/** What is owed; of a signed-in member, what would be. */
function pendingOf({ pending, session, member, organization }: Snapshot) {
  return pending ?? { organization, member, mfaRequired: { member_options: null }, expiresAt: session?.expires_at };
}
