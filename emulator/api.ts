import type { Hono } from 'hono';
import { readCall } from './call.js';
import { checkCredentials } from './caller.js';
import { hideTokens } from './cookies.js';
import { newId } from './ids.js';
import { discovery } from './routes/discovery.js';
import { project } from './routes/project.js';
import type { Route } from './routes/route.js';
import { secondFactors } from './routes/second-factors.js';
import { sessions } from './routes/sessions.js';
import type { World } from './world.js';

const ROUTES: readonly Route[] = [...project, ...sessions, ...discovery, ...secondFactors];

const PREFIX = { browser: '/sdk/v1', server: '/v1' } as const;

/** Serves every endpoint: in an envelope for pages, bare for back ends. */
export function serveApi(app: Hono, world: World): void {
  for (const { method, path, sides, handler, open } of ROUTES) {
    for (const side of sides) {
      app.on(method, PREFIX[side] + path, async (c) => {
        const call = await readCall(world, side, c);
        if (!open) checkCredentials(call);
        const payload = { request_id: newId('request-id'), status_code: 200, ...(await handler(call)) };
        if (side === 'server') return c.json(payload);
        return c.json({ data: world.httpOnly ? hideTokens(c, payload) : payload });
      });
    }
  }
}
