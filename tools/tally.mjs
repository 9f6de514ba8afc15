// A reporter for node:test that ends with the counts alone, for `tools/test.mjs`.

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} events */
export default async function* tally(events) {
  /** @type {Record<string, number>} */
  const counts = {};
  for await (const { type, data } of events) {
    const [, name, count] = (type === 'test:diagnostic' && /^(pass|fail|cancelled) (\d+)$/.exec(data.message)) || [];
    if (name) counts[name] = Number(count);
  }
  yield JSON.stringify({ passed: counts.pass ?? 0, failed: (counts.fail ?? 0) + (counts.cancelled ?? 0) });
}
