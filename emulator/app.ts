import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { serveApi } from './api.js';
import { ApiError, errorBody } from './errors.js';
import { ConnectionDropped, faultResponse, pause, takeFault } from './faults.js';
import { note } from './requests.js';
import { serveControl } from './routes/control.js';
import { servePages } from './routes/pages.js';
import type { World } from './world.js';

/** The whole emulator as one handler of requests. */
export function createApp(world: World): Hono {
  const app = new Hono();
  app.use(
    cors({
      origin: (origin) => origin || '*',
      credentials: true,
      allowMethods: ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
      maxAge: 600,
    }),
  );
  app.use('/sdk/v1/*', observed(world));
  app.use('/v1/b2b/*', observed(world));
  servePages(app, world);
  serveApi(app, world);
  serveControl(app, world);
  app.notFound((c) =>
    c.json(errorBody(404, 'route_not_found', `No such endpoint: ${c.req.method} ${c.req.path}`), 404),
  );
  app.onError((error, c) => {
    if (error instanceof ConnectionDropped) throw error;
    if (error instanceof ApiError) {
      const { status, error_type, message } = error;
      return c.json(errorBody(status, error_type, message), status as ContentfulStatusCode);
    }
    console.error(error);
    return c.json(errorBody(500, 'internal_server_error', String(error)), 500);
  });
  return app;
}

/** Writes requests down and lets faults get in their way. */
function observed(world: World): MiddlewareHandler {
  const dropped = new Set<string>();
  return async (c, next) => {
    if (c.req.path.startsWith('/v1/b2b/public/')) return next(); // pages for people
    const repeat = c.req.header('x-sdk-client') ?? '';
    if (dropped.has(repeat)) throw new ConnectionDropped(); // browsers repeat a request whose reused connection broke
    note(world, c.req.method, c.req.path, await c.req.text());
    const fault = takeFault(world, c.req.path);
    if (!fault) return next();
    const answer = faultResponse(fault);
    if (!fault.drop && !answer) await next(); // a delay alone is the normal answer, late
    if (fault.delayMs) await pause(fault.delayMs);
    if (fault.drop) {
      if (repeat) dropped.add(repeat);
      throw new ConnectionDropped();
    }
    return answer;
  };
}
