import type { StoryObj } from '@storybook/web-components-vite';
import type { Fault } from '../emulator/index.js';
import { markup } from './markup.js';
import { type Role, type Stage, stage } from './stage.js';

/** How a moment is reached; every state shown can be reached, none is made up. */
export interface Way {
  /** Who is signed in to begin with; null is nobody, Ada in Acme is the default. */
  readonly role?: Role | null;
  /** What goes wrong from the beginning. */
  readonly faults?: readonly Fault[];
  /** What happens then. */
  readonly then?: (on: Stage) => unknown;
}

/** One for each time that a story is shown; it stays while the controls and the toolbar are used. */
const stages = new WeakMap<AbortSignal, Stage>();

/** A story that shows `content`, or what it makes of its stage, at the moment that `way` leads to, in its own world. */
export function moment(content: unknown, way: Way = {}): StoryObj {
  const raise = async ({ abortSignal }: { abortSignal: AbortSignal }) => ({
    on: stages.get(abortSignal) ?? (await raised(way, abortSignal)),
  });
  const shown = (on: Stage) => (typeof content === 'function' ? (content as (on: Stage) => unknown)(on) : content);
  const render = ({ on }: { on: Stage }) => on.within(shown(on));
  return {
    loaders: [raise],
    render: (_, { loaded }) => render(loaded as { on: Stage }),
    parameters: typeof content === 'function' ? {} : written(content),
  };
}

/** On the way to an organization: what a switch to it leads to. */
export const towards =
  (organization: string) =>
  async (on: Stage): Promise<void> =>
    on.reach({ type: 'switch', organization_id: on.id(organization) });

async function raised({ role, faults, then }: Way, signal: AbortSignal): Promise<Stage> {
  const on = await stage(role, {}, faults);
  stages.set(signal, on);
  if (signal.aborted) on.strike();
  else signal.addEventListener('abort', () => on.strike());
  await then?.(on);
  return on;
}

function written(content: unknown) {
  const { code, attributes } = markup(content);
  return { attributes, docs: { source: { code } } };
}
