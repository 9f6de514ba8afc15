import { redact } from './redact.js';

type Facts = Readonly<Record<string, unknown>>;

/** What is told of the objects in an event's detail; of others nothing but that they are there. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  organization: ['organization_name', 'organization_id'],
  member: ['email_address', 'member_id'],
  snapshot: ['status'],
  previous: ['status'],
  pending: ['kind', 'expiresAt', 'email'],
  error: ['code', 'detail', 'errorType', 'retryable'],
};

/** The detail of an event in a few words, without anything secret. */
export function briefOf(detail: unknown): Facts {
  if (detail === null || typeof detail !== 'object') return {};
  return Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, told(key, value as unknown)]));
}

/** The same in one line. */
export function lineOf(facts: Facts): string {
  return Object.entries(facts)
    .map(([key, value]) => `${key}: ${value !== null && typeof value === 'object' ? inOne(value) : String(value)}`)
    .join(', ');
}

function told(key: string, value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  if (value === null || typeof value !== 'object') return value;
  const given = (TOLD[key] ?? []).map((each) => [each, (value as Facts)[each]] as const);
  const plain = given.filter(([, each]) => ['string', 'number', 'boolean'].includes(typeof each));
  return plain.length > 0
    ? Object.fromEntries(plain.map(([name, each]) => [name, typeof each === 'string' ? redact(each) : each]))
    : '[hidden]';
}

function inOne(value: object): string {
  return Object.values(value).map(String).join(' · ');
}
