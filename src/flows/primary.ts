import type { Call, CallName, CallOf, Into, OrganizationMatch } from './call.js';
import { StytchElementsError } from './errors.js';
import type { FlowEvent } from './flow.js';
import type { Proof } from './proof.js';

/** What a first factor is proved for, and where. */
export interface Standing {
  /** Null in discovery, where the organization is chosen afterwards. */
  readonly organization: OrganizationMatch | null;
  readonly place: Proof;
}

/** What comes next; what is not said stays. */
export interface Step extends Partial<Standing> {
  readonly call?: Call;
  readonly problem?: StytchElementsError;
}

/** Proving a first factor: what becomes of an event, whoever it is that proves it. */
export function prove(standing: Standing, event: FlowEvent): Step | undefined {
  return ask(standing, event) ?? (event.type === 'answered' ? answered(standing, event) : undefined);
}

/** What a person may ask for, wherever they are: another way is never further than a click. */
function ask({ organization, place }: Standing, event: FlowEvent): Step | undefined {
  const organization_id = organization?.organization_id ?? null;
  switch (event.type) {
    case 'send-link':
    case 'send-code':
      return { call: { call: event.type, organization_id, email: event.email } };
    case 'resend-code':
      return resend(place, organization_id);
    case 'submit-code':
      if (place.at !== 'email-code') return undefined;
      return { call: { call: 'email-code', organization_id, email: place.email, secret: event.secret } };
    case 'submit-password':
      return { call: { call: 'password', organization_id, email: event.email, secret: event.secret } };
    case 'reset-password':
      return { call: { call: 'start-reset', organization_id, email: event.email } };
    case 'start-oauth':
      return { call: { call: 'start-oauth', organization_id, method: event.method } };
    case 'start-sso':
      return signOn(organization, event.connection_id, event.email);
    case 'find-sso':
      return { call: { call: 'find-connections', email: event.email } };
    case 'find-organization':
      return { call: { call: 'find-organization', slug: event.slug } };
  }
  return go(event);
}

/** Steps that need nobody's answer. */
function go(event: FlowEvent): Step | undefined {
  if (event.type === 'ask-password') return { place: { at: 'password', email: event.email } };
  if (event.type === 'forgot-password') return { place: { at: 'forgot', email: event.email } };
  return event.type === 'back' ? { place: { at: 'methods' } } : undefined;
}

function resend(place: Proof, organization_id: Into): Step | undefined {
  if (place.at === 'email-code') return { call: { call: 'send-code', organization_id, email: place.email } };
  if (place.at !== 'sent') return undefined;
  const call = place.what === 'magic_link' ? 'send-link' : 'start-reset';
  return { call: { call, organization_id, email: place.email } };
}

/** With the provider that is named; else the organization's own, or only one; else one has to be chosen, or found. */
function signOn(organization: OrganizationMatch | null, named: string | undefined, email = ''): Step {
  const connections = organization?.sso_active_connections ?? [];
  const own = connections.find((each) => each.connection_id === organization?.sso_default_connection_id);
  const only = connections.length === 1 ? connections[0] : undefined;
  const connection_id = named ?? (own ?? only)?.connection_id;
  if (connection_id) return { call: { call: 'start-sso', connection_id } };
  if (connections.length > 0) return { place: { at: 'connections', connections } };
  return { place: { at: 'find-sso', email } };
}

/** What an answer leads to that is not yet a session, nor half of one. */
function answered({ place }: Standing, event: Extract<FlowEvent, { type: 'answered' }>): Step | undefined {
  const { now: sentAt } = event;
  switch (event.to) {
    case 'send-link':
      return { place: { at: 'sent', what: 'magic_link', email: askedFor(event, event.to)?.email ?? '', sentAt } };
    case 'start-reset':
      return { place: { at: 'sent', what: 'password_reset', email: askedFor(event, event.to)?.email ?? '', sentAt } };
    case 'send-code':
      return { place: { at: 'email-code', email: askedFor(event, event.to)?.email ?? '', sentAt } };
    case 'start-oauth':
    case 'start-sso':
      return {}; // the browser is leaving; who comes back with its button is where they were
    case 'find-connections':
      return choice(event.value);
    case 'find-organization':
      return named(event.value, place, askedFor(event, event.to)?.slug ?? '');
  }
  return undefined;
}

/** The providers of an address: the only one at once, one of several by choice, none by way of the organization. */
function choice(connections: readonly { connection_id: string; display_name: string }[]): Step {
  const [first, ...more] = connections;
  if (!first) return { place: { at: 'find-organization', slug: '', forSso: true } };
  if (more.length > 0) return { place: { at: 'connections', connections } };
  return { call: { call: 'start-sso', connection_id: first.connection_id } };
}

/** An organization was looked up: one that was named for its single sign-on is signed on to at once. */
function named(organization: OrganizationMatch | null, before: Proof, slug: string): Step {
  const forSso = before.at === 'find-organization' && before.forSso;
  if (!organization) {
    const problem = new StytchElementsError('not-allowed', { detail: 'organization' });
    return { place: { at: 'find-organization', slug, forSso }, problem };
  }
  const connections = organization.sso_active_connections ?? [];
  const [only, ...more] = forSso ? connections : [];
  if (!only) return { organization, place: { at: 'methods' } };
  if (more.length > 0) return { organization, place: { at: 'connections', connections } };
  const call = { call: 'start-sso', connection_id: only.connection_id } as const;
  return { organization, place: { at: 'methods' }, call };
}

/** The call that `event` answers, if it is one of that name. */
function askedFor<K extends CallName>(event: FlowEvent, call: K): CallOf<K> | undefined {
  return event.asked?.call === call ? (event.asked as CallOf<K>) : undefined;
}
