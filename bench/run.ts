// Measures everything that has a budget, and fails when one is exceeded. `--help` says how.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Scenario } from './scenario.js';
import { change } from './scenarios/change.js';
import { list } from './scenarios/list.js';
import { mount } from './scenarios/mount.js';
import { peers } from './scenarios/peers.js';
import { ready } from './scenarios/ready.js';
import { rest } from './scenarios/rest.js';
import { size } from './scenarios/size.js';
import { work } from './scenarios/work.js';
import { openStage, type Stage } from './stage.js';
import { tableOf } from './table.js';
import { judge, type Readings, type Verdict } from './verdict.js';

const usual = [size, ready, work, rest, change, list, mount];
const all = [...usual, peers];

const usage = `npm run bench -- [--rounds N] [--only NAME]… [--json FILE]
  --rounds  how often each scenario is measured (7)
  --only    ${all.map(({ name }) => name).join(', ')}; may be repeated; peers only if named
  --json    writes the numbers to a file`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const chosen = values.only ? all.filter(({ name }) => values.only?.includes(name)) : usual;
const rounds = Number(values.rounds);

if (values.help || chosen.length === 0 || !(rounds >= 1)) console.log(usage);
else await main();

async function main(): Promise<void> {
  const stage = await openStage();
  const verdicts: Verdict[] = [];
  try {
    for (const scenario of chosen) verdicts.push(...(await measure(scenario, stage)));
  } finally {
    await stage.end();
  }
  console.log(tableOf(verdicts));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(verdicts, null, 2)}\n`);
  if (verdicts.some(({ verdict }) => verdict === 'over')) process.exitCode = 1;
}

async function measure(scenario: Scenario, stage: Stage): Promise<Verdict[]> {
  const round = await scenario.prepare(stage);
  const readings: Readings[] = [];
  for (let index = 0; index < rounds; index += 1) {
    tell(`${scenario.name}: ${index + 1} of ${rounds}`);
    readings.push(await round(index));
  }
  tell('');
  return scenario.rows.map((row) => judge(scenario.name, row, readings));
}

/** A line that is written over by the next one. */
function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${progress.padEnd(40)}\r`);
}
