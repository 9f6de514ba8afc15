import type { Context, Hono } from 'hono';
import { asText } from '../call.js';
import { controlsOf } from '../control.js';
import { ApiError } from '../errors.js';
import type { Fault } from '../faults.js';
import type { Json } from '../types.js';
import type { World } from '../world.js';

/** Serves the `/emulator/*` endpoints, which need no credentials. */
export function serveControl(app: Hono, world: World): void {
  const controls = controlsOf(world);
  app.post('/emulator/reset', async (c) => {
    const { httpOnly, pkce } = await objectIn(c);
    controls.reset({ httpOnly: httpOnly === true, pkce: pkce === true });
    return c.json({});
  });
  app.post('/emulator/sessions', async (c) => {
    const { email, organization, minutes } = await objectIn(c);
    const lifetime = typeof minutes === 'number' ? minutes : undefined;
    return c.json(await controls.session(asText(email), asText(organization), lifetime));
  });
  app.post('/emulator/impersonations', async (c) => {
    const { email, organization } = await objectIn(c);
    return c.json(controls.impersonation(asText(email), asText(organization)));
  });
  app.get('/emulator/outbox', (c) => c.json(controls.outbox()));
  app.post('/emulator/faults', async (c) => {
    controls.faults(faultsIn(await bodyOf(c)));
    return c.json({});
  });
  app.post('/emulator/clock', async (c) => {
    const { advanceSeconds } = await objectIn(c);
    if (typeof advanceSeconds !== 'number') throw new ApiError('invalid_request', 'advanceSeconds must be a number.');
    controls.clock(advanceSeconds);
    return c.json({ now: world.timestamp() });
  });
  app.get('/emulator/requests', (c) => c.json(controls.requests()));
}

function faultsIn(body: unknown): Fault[] {
  const faults = (Array.isArray(body) ? body : [body]) as Partial<Fault>[];
  if (faults.every((fault) => typeof fault?.path === 'string')) return faults as Fault[];
  throw new ApiError('invalid_request', 'Every fault needs a path, such as "/b2b/sessions/exchange".');
}

async function objectIn(c: Context): Promise<Json> {
  const body = await bodyOf(c);
  return typeof body === 'object' && body !== null ? (body as Json) : {};
}

async function bodyOf(c: Context): Promise<unknown> {
  const body = await c.req.text();
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch {
    throw new ApiError('invalid_request', 'The body is not JSON.');
  }
}
