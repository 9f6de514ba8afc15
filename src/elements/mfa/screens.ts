import { choose, enrollPhone, enrollTotp } from './enroll.js';
import { expired, goBack, saveCodes } from './finish.js';
import type { MfaPlace, PlaceAt, Scene, Screen } from './screen.js';
import { code, recovery } from './verify.js';

/** The screen of each place; a place without one does not compile. */
const screens: { readonly [K in MfaPlace]: (scene: Scene<PlaceAt<K>>) => Screen } = {
  code,
  recovery,
  choose,
  'enroll-totp': enrollTotp,
  'enroll-phone': enrollPhone,
  'save-codes': saveCodes,
  expired,
  return: goBack,
};

/** What is shown at a place. */
export function screenOf(scene: Scene): Screen {
  const { at } = scene.place;
  return at === 'primary' || at === 'discovery' ? { title: '' } : (screens[at] as (scene: Scene) => Screen)(scene);
}
