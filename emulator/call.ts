import { getCookie } from 'hono/cookie';
import type { Context } from 'hono';
import { ApiError } from './errors.js';
import type { Json } from './types.js';
import type { World } from './world.js';

/** One request to the API, from a page (`/sdk/v1`) or from a back end (`/v1`). */
export interface Call {
  readonly world: World;
  readonly side: 'browser' | 'server';
  readonly body: Json;
  readonly params: Record<string, string>;
  readonly query: Record<string, string>;
  readonly cookies: Record<string, string>;
  readonly header: (name: string) => string | undefined;
  /** Name and password of `Authorization: Basic`. */
  readonly basic: { user: string; password: string };
}

/** Reads a request into a call. */
export async function readCall(world: World, side: Call['side'], c: Context): Promise<Call> {
  return {
    world,
    side,
    body: parseBody(await c.req.text()),
    params: c.req.param(),
    query: c.req.query(),
    cookies: getCookie(c),
    header: (name) => c.req.header(name),
    basic: parseBasic(c.req.header('authorization')),
  };
}

/** A field of the body that must be a non-empty text. */
export function text({ body }: Call, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') {
    throw new ApiError('invalid_request', `The field ${name} must be a non-empty string.`);
  }
  return value;
}

/** A field of the body that may be a text. */
export function optionalText({ body }: Call, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A field of the body that may be a number. */
export function optionalNumber({ body }: Call, name: string): number | undefined {
  const value = body[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The address in a field of the body. */
export function email(call: Call, name = 'email_address'): string {
  const value = text(call, name).trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(value)) throw new ApiError('invalid_email');
  return value;
}

/** The session duration that was asked for, within Stytch's bounds. */
export function duration(call: Call): number | undefined {
  const minutes = optionalNumber(call, 'session_duration_minutes');
  if (minutes !== undefined && (minutes < 5 || minutes > 527_040)) {
    throw new ApiError('invalid_session_duration_minutes');
  }
  return minutes;
}

/** A value that may be a text, as one. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The first redirect URL that the body names, else the project's. */
export function redirectUrl(call: Call, ...names: string[]): string {
  const given = names.map((name) => optionalText(call, name)).find((each) => each !== undefined);
  const url = given ?? call.world.defaultRedirect(call.header('x-sdk-parent-host'));
  if (!isWebUrl(url)) throw new ApiError('no_match_for_provided_magic_link_url');
  return url;
}

/** Whether a text is an absolute http or https URL. */
export function isWebUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function parseBody(body: string): Json {
  if (body === '') return {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) return parsed as Json;
  } catch {
    // answered below
  }
  throw new ApiError('invalid_request', 'The body is not a JSON object.');
}

/** Name and password of an `Authorization` header; empty when there is none. */
export function parseBasic(authorization = ''): Call['basic'] {
  const [, encoded = ''] = /^Basic (.+)$/i.exec(authorization) ?? [];
  try {
    const [user = '', password = ''] = atob(encoded).split(/:(.*)/s);
    return { user, password };
  } catch {
    return { user: '', password: '' };
  }
}
