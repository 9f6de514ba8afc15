import { errorBody, statusOf } from './errors.js';
import { shortPath } from './requests.js';
import type { World } from './world.js';

/** A failure to come, as `/emulator/faults` takes it. */
export interface Fault {
  /** The path without `/sdk/v1`; a path that begins with `/v1` is that of a back end's call. */
  path: string;
  status?: number;
  errorType?: string;
  delayMs?: number;
  drop?: boolean;
  body?: string;
  times?: number;
}

/** A connection that breaks without an answer. */
export class ConnectionDropped extends TypeError {
  constructor() {
    super('Failed to fetch');
  }
}

const TYPE_OF: Record<number, string> = {
  401: 'unauthorized_credentials',
  403: 'session_authorization_error',
  404: 'session_not_found',
  429: 'too_many_requests',
};

/** The failure that is due for a request, and one less of it left. */
export function takeFault(world: World, pathname: string): Fault | undefined {
  const fault = world.faults.find(({ path }) => path === shortPath(pathname) || path === pathname);
  if (!fault) return undefined;
  const left = (fault.times ?? 1) - 1;
  if (left > 0) fault.times = left;
  else world.faults = world.faults.filter((each) => each !== fault);
  return fault;
}

/** The answer a failure puts in place of the normal one, or undefined when it only delays. */
export function faultResponse({ status, errorType, body }: Fault): Response | undefined {
  if (status === undefined && errorType === undefined && body === undefined) return undefined;
  const code = status ?? (body === undefined ? (statusOf(errorType ?? '') ?? 400) : 200);
  const type = errorType ?? TYPE_OF[code] ?? 'internal_server_error';
  const answer = body ?? JSON.stringify(errorBody(code, type, `The emulator was told to fail with ${type}.`));
  return new Response(answer, { status: code, headers: { 'Content-Type': 'application/json' } });
}

/** Waits in real time. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
