import type { Json, Member, Organization } from './types.js';
import type { World } from './world.js';

const METADATA = ['trusted_metadata', 'untrusted_metadata'];

/** Changes a member or an organization; only a real change makes it newer. Metadata is merged at the top, where null deletes. */
export function amend<T extends Member | Organization>(world: World, entity: T, fields: Partial<T>): T {
  const whole = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      METADATA.includes(name) ? merged(entity, name, value) : value,
    ]),
  ) as Partial<T>;
  const names = Object.keys(whole) as (keyof T)[];
  const changed = names.some((name) => JSON.stringify(entity[name]) !== JSON.stringify(whole[name]));
  if (changed) Object.assign(entity, whole, { updated_at: world.timestamp() });
  return entity;
}

function merged(entity: object, name: string, update: unknown): Json {
  const before = (entity as Record<string, Json>)[name];
  const all = Object.entries({ ...before, ...(update as Json) });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}
