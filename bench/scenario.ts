import type { Stage } from './stage.js';
import type { Readings, Row } from './verdict.js';

/** Something that is measured, round by round. */
export interface Scenario {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Makes everything ready; what it returns measures one round. */
  prepare(stage: Stage): Promise<(round: number) => Promise<Readings>>;
}

/** Lets everybody have a turn, each round in another order, so that nobody always comes first. */
export async function inTurn<Name extends string>(
  names: readonly Name[],
  round: number,
  measure: (name: Name) => Promise<Readings>,
): Promise<Readings> {
  const order = names.map((_, index) => names[(index + round) % names.length]!);
  const all: Record<string, number> = {};
  for (const name of order)
    for (const [what, value] of Object.entries(await measure(name))) all[`${name}.${what}`] = value;
  return all;
}
