import type { Proof } from '../../flows/proof.js';
import type { Screen } from '../prompt/screen.js';
import { emailCode, sent } from './mail.js';
import type { EntranceScene } from './screen.js';
import { forgot, password } from './secret.js';
import { connections, findOrganization, findSso } from './sso.js';

/** The screen of each place where a first factor is proved; where it is chosen, whoever asks for it has their own. */
export const proofs: { readonly [K in Exclude<Proof['at'], 'methods'>]: (scene: EntranceScene<K>) => Screen } = {
  sent,
  'email-code': emailCode,
  password,
  forgot,
  'find-sso': findSso,
  connections,
  'find-organization': findOrganization,
};
