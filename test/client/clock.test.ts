import { expect } from '@open-wc/testing';
import { useFakeTimers, type SinonFakeTimers as Fake } from 'sinon';
import { Clock } from '../../src/client/clock.js';

const MINUTE = 60_000;
const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();
const aheadOf = ({ skew }: Clock) => Math.round(skew / MINUTE);

describe('the clock of a device', () => {
  let fake: Fake;
  beforeEach(() => (fake = useFakeTimers({ now: Date.now(), toFake: ['Date'] })));
  afterEach(() => {
    fake.restore();
    localStorage.clear();
  });

  it('that is slow is reckoned with, in this page and those to come', () => {
    const clock = new Clock('a-token');
    clock.hear(at(10), { prompt: true });
    expect([aheadOf(clock), aheadOf(new Clock('a-token'))]).to.deep.equal([10, 10]);
  });

  it('that was slow and has been set is believed by the next page, from the first answer', () => {
    new Clock('a-token').hear(at(10), { prompt: true });
    const clock = new Clock('a-token');
    clock.hear(at(0), { prompt: false });
    expect(aheadOf(clock)).to.equal(0);
  });

  it('that has been set is believed by the same page once it hears something new', () => {
    const clock = new Clock('a-token');
    const first = at(10);
    clock.hear(first, { prompt: true });
    fake.setSystemTime(Date.now() + 10 * MINUTE);
    clock.hear(first, { prompt: false });
    expect(aheadOf(clock)).to.equal(10);
    fake.setSystemTime(Date.now() + 3 * MINUTE);
    clock.hear(at(0), { prompt: false });
    expect(aheadOf(clock)).to.equal(0);
  });

  it('is not thought right because of what was said long ago', () => {
    const clock = new Clock('a-token');
    const first = at(10);
    clock.hear(first, { prompt: true });
    for (let times = 0; times < 3; times += 1) {
      fake.setSystemTime(Date.now() + 5 * MINUTE);
      clock.hear(first, { prompt: false });
    }
    expect(aheadOf(clock)).to.equal(10);
  });
});
