import type { Call } from '../call.js';

/** What a call is answered with, before ids and envelope are added. */
export type Handler = (call: Call) => object | Promise<object>;

/** One endpoint: where it is, who may call it, and what it does. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Without `/sdk/v1` or `/v1`. */
  path: string;
  sides: readonly Call['side'][];
  handler: Handler;
  /** Answers without credentials. */
  open?: boolean;
}

type Shorthand = (method: Route['method'], path: string, handler: Handler) => Route;

/** An endpoint for pages and back ends alike. */
export const both: Shorthand = (method, path, handler) => ({ method, path, handler, sides: ['browser', 'server'] });

/** An endpoint for pages. */
export const browser: Shorthand = (method, path, handler) => ({ method, path, handler, sides: ['browser'] });

/** An endpoint for back ends. */
export const server: Shorthand = (method, path, handler) => ({ method, path, handler, sides: ['server'] });

/** The same endpoint without a check of credentials. */
export function open(route: Route): Route {
  return { ...route, open: true };
}
