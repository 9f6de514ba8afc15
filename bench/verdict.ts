/** What one round has found: a number for each thing measured. */
export type Readings = Readonly<Record<string, number>>;

/** A line of the table: what is compared, by the names of its readings. */
export interface Row {
  readonly title: string;
  readonly unit: 'ms' | 'kB' | 'B' | '';
  readonly ours: string;
  /** What ours is divided by; without one, ours itself is held against the limit. */
  readonly reference?: string;
  /** What is subtracted from both, as of an empty page. */
  readonly base?: string;
  /** None for what is shown and not judged. */
  readonly limit?: number;
}

/** A row with its numbers. */
export interface Verdict extends Row {
  readonly scenario: string;
  readonly value: number;
  readonly against: number | undefined;
  /** Median of the rounds' ratios; without a reference, of their values. */
  readonly measure: number;
  readonly quartiles: readonly [lower: number, upper: number];
  readonly verdict: 'ok' | 'unsure' | 'over' | '';
}

/**
 * Judges a row. What it costs is divided round by round, since both sides of a round have met the same machine. `over`
 * means that the median and the lower quartile, so three rounds in four, are over the limit; `unsure` that only the
 * median is, by no more than the rounds differ among themselves.
 */
export function judge(scenario: string, row: Row, rounds: readonly Readings[]): Verdict {
  const side = (name: string) => rounds.map((round) => read(round, name) - (row.base ? read(round, row.base) : 0));
  const ours = side(row.ours);
  const reference = row.reference === undefined ? undefined : side(row.reference);
  const measures = reference ? ours.map((value, index) => value / reference[index]!) : ours;
  const [lower, measure, upper] = [0.25, 0.5, 0.75].map((share) => quantile(measures, share)) as [
    number,
    number,
    number,
  ];
  if (measures.some(Number.isNaN)) throw new Error(`There is nothing to compare in "${row.title}".`);
  const against = reference && quantile(reference, 0.5);
  const verdict = verdictOn(row.limit, measure, lower);
  return { ...row, scenario, value: quantile(ours, 0.5), against, measure, quartiles: [lower, upper], verdict };
}

function verdictOn(limit: number | undefined, measure: number, lower: number): Verdict['verdict'] {
  if (limit === undefined) return '';
  if (measure <= limit) return 'ok';
  return lower > limit ? 'over' : 'unsure';
}

function read(round: Readings, name: string): number {
  const value = round[name];
  if (value === undefined) throw new Error(`Nothing was measured as ${name}.`);
  return value;
}

/** The value below which `share` of the values lie; 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

/** What something takes that is done many times in a row: that of the time when nothing else got in its way. */
export const undisturbed = (times: readonly number[]): number => Math.min(...times);
