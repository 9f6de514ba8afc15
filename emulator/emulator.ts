import { createApp } from './app.js';
import { controlsOf, type Controls } from './control.js';
import { World, type WorldOptions } from './world.js';

/** An emulated Stytch project: its credentials, its controls, and the handler that answers for it. */
export interface Emulator extends Controls {
  readonly publicToken: string;
  readonly projectId: string;
  readonly secret: string;
  /** The state itself, for tests that need more than the controls. */
  readonly world: World;
  /** Answers a request; rejects like `fetch` when a fault breaks the connection. */
  fetch(request: Request): Promise<Response>;
}

/** Makes an emulated Stytch project that any host can serve. */
export function createEmulator(options: WorldOptions = {}): Emulator {
  const world = new World(options);
  const app = createApp(world);
  const { publicToken, projectId, secret } = world;
  return { ...controlsOf(world), publicToken, projectId, secret, world, fetch: async (request) => app.fetch(request) };
}
