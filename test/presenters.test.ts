import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Presenters } from '../src/client/presenters.js';

const presenters = () => new Presenters(() => undefined);
const own = (host: object) => ({ duty: 'again', host, dedicated: false }) as const;

test('among equals the one that was used last presents, until it leaves', () => {
  const all = presenters();
  const [first, second] = [{}, {}];
  all.add(own(first));
  const leave = all.add(own(second));
  assert.equal(all.isOn('again', first), true);
  all.prefer(second);
  assert.deepEqual([all.isOn('again', first), all.isOn('again', second)], [false, true]);
  leave();
  assert.equal(all.isOn('again', first), true);
});

test('nobody is kept that has left', async () => {
  setFlagsFromString('--expose-gc');
  const all = presenters();
  const gone = new WeakRef(used(all));
  await new Promise(setImmediate);
  (runInNewContext('gc') as () => void)();
  assert.equal(gone.deref(), undefined);
  assert.equal(all.has('again'), false);
});

/** A host that was used, and has left. */
function used(all: Presenters): object {
  const host = {};
  const leave = all.add(own(host));
  all.prefer(host);
  leave();
  return host;
}
