import type { Hono } from 'hono';
import { readCall } from './call.js';
import { checkCredentials } from './caller.js';
import { hideTokens } from './cookies.js';
import { newId } from './ids.js';
import { discovery } from './routes/discovery.js';
import { emailOtps } from './routes/email-otps.js';
import { impersonation } from './routes/impersonation.js';
import { magicLinks } from './routes/magic-links.js';
import { members } from './routes/members.js';
import { organizations } from './routes/organizations.js';
import { passwords } from './routes/passwords.js';
import { project } from './routes/project.js';
import type { Route } from './routes/route.js';
import { secondFactors } from './routes/second-factors.js';
import { selfService } from './routes/self.js';
import { sessions } from './routes/sessions.js';
import { signOns } from './routes/sign-on.js';
import { ssoConnections } from './routes/sso-connections.js';
import type { World } from './world.js';

/** In the order in which paths are tried: `members/me` before `members/:member_id`. */
const ROUTES: readonly Route[] = [
  ...project,
  ...sessions,
  ...discovery,
  ...magicLinks,
  ...emailOtps,
  ...passwords,
  ...secondFactors,
  ...signOns,
  ...impersonation,
  ...selfService,
  ...members,
  ...organizations,
  ...ssoConnections,
];

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
