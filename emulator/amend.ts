import type { Member, Organization } from './types.js';
import type { World } from './world.js';

/** Changes a member or an organization; only a real change makes it newer. */
export function amend<T extends Member | Organization>(world: World, entity: T, fields: Partial<T>): T {
  const names = Object.keys(fields) as (keyof T)[];
  const changed = names.some((name) => JSON.stringify(entity[name]) !== JSON.stringify(fields[name]));
  if (changed) Object.assign(entity, fields, { updated_at: world.timestamp() });
  return entity;
}
