import type { Verdict } from './verdict.js';

const heads = ['scenario', '', 'ours', 'reference', 'ratio', 'quartiles', 'budget', ''];

/** The verdicts as a table for people. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const lines = [heads, ...verdicts.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const isText = (column: number) => column < 2 || column === heads.length - 1;
  const pad = (cell: string, column: number) =>
    isText(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

function cellsOf({ scenario, title, unit, value, against, measure, quartiles, limit, verdict }: Verdict): string[] {
  const isRatio = against !== undefined;
  const amount = (number: number) => `${brief(number)} ${unit}`.trim();
  return [
    scenario,
    title,
    amount(value),
    isRatio ? amount(against) : '',
    isRatio ? measure.toFixed(2) : '',
    quartiles.map(isRatio ? (ratio) => ratio.toFixed(2) : brief).join('–'),
    limit === undefined ? '' : `≤ ${isRatio ? `${limit} ×` : amount(limit)}`,
    verdict,
  ];
}

function brief(number: number): string {
  return String(Number(number.toPrecision(3)));
}
