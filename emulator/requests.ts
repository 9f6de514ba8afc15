import type { Json } from './types.js';
import type { World } from './world.js';

/** A request as `/emulator/requests` lists it; pages' paths are given without `/sdk/v1`. */
export interface SeenRequest {
  method: string;
  path: string;
  body: unknown;
}

const KEPT = 5000;
const SECRET = /(^|_)(token|jwt|password|secret|verifier)$|^code$|^recovery_code$/;

/** The path by which faults and the request log know a request. */
export function shortPath(pathname: string): string {
  return pathname.replace(/^\/sdk\/v1/, '');
}

/** Writes a request down, without its secrets. */
export function note(world: World, method: string, pathname: string, body: string): void {
  world.requests.push({ method, path: shortPath(pathname), body: parsed(body) });
  if (world.requests.length > KEPT) world.requests.shift();
}

function parsed(body: string): unknown {
  try {
    return body === '' ? null : redacted(JSON.parse(body));
  } catch {
    return '[not JSON]';
  }
}

function redacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Json).map(([name, field]) => {
    const hidden = typeof field === 'string' && field !== '' && SECRET.test(name) && name !== 'public_token';
    return [name, hidden ? '[redacted]' : redacted(field)];
  });
  return Object.fromEntries(entries);
}
