import type { Auth, FlowEvent, Move, Outside } from './flow.js';
import type { Entry, Proof } from './proof.js';
import { prove } from './primary.js';

const BEGIN: Entry = { organization: null, place: { at: 'methods' } };

/** Log-in: what becomes of an event while nobody is signed in. */
export function loggingIn(auth: Outside, event: FlowEvent): Move | undefined {
  const entry = auth.entry ?? BEGIN;
  if (event.type === 'begun') return auth.entry ? undefined : { auth: { ...auth, entry: event.entry } };
  if (event.type === 'begin') return begin(auth, event);
  const step = prove(entry, event);
  if (!step) return undefined;
  const { call, problem, ...more } = step;
  return { auth: { ...auth, entry: { ...entry, ...more } }, ...(call && { call }), ...(problem && { problem }) };
}

/** What was begun for the same organization goes on, as after a reload. */
function begin(auth: Outside, { slug, organization_id }: Extract<FlowEvent, { type: 'begin' }>): Move | undefined {
  const known = auth.entry?.organization;
  if (slug) {
    if (known?.organization_slug === slug) return undefined;
    return { auth: { status: auth.status }, call: { call: 'find-organization', slug } };
  }
  if (known?.organization_id === organization_id) return undefined;
  const organization = organization_id ? { organization_id } : null;
  return { auth: { ...auth, entry: { organization, place: { at: 'methods' } } } };
}

/** Nobody is signed in, and what they had begun to log in with stays. */
export function outside(auth: Auth): Outside {
  const { entry } = auth as Outside;
  return entry ? { status: 'signed-out', entry } : { status: 'signed-out' };
}

/** A place that a person can be brought back to after a reload. */
export function isBegun(place: Proof): boolean {
  return place.at !== 'methods' && place.at !== 'find-organization';
}
