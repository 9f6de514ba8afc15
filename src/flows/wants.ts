import type { MfaMethod } from './call.js';
import type { Want } from './flow.js';
import type { Requirement } from './requirement.js';

/** The proofs that make up for factors that are missing or too old, one after the other; none where nothing would. */
export function wantsOf({ mfa, factors, maxAge }: Pick<Requirement, 'mfa' | 'factors' | 'maxAge'>): readonly Want[] {
  if (maxAge !== null && !(maxAge > 0)) return []; // over as soon as it is proved, or no number at all
  const age = maxAge ?? Infinity;
  if (!factors) return [{ maxAge: age, mfa }];
  const named = factors.map((factor) => ({ maxAge: age, factor: factor as MfaMethod })); // others are refused as unavailable
  return mfa && factors.length > 0 ? [...named, { maxAge: Infinity, mfa }] : named;
}
