import { expect } from '@open-wc/testing';
import { useFakeTimers, type SinonFakeTimers as Clock } from 'sinon';
import { Alarm } from '../../src/client/alarm.js';

const HOUR = 3_600_000;

describe('Alarm', () => {
  let clock: Clock;
  let rung: number;
  let alarm: Alarm;

  beforeEach(() => {
    clock = useFakeTimers({ now: Date.now() });
    rung = 0;
    alarm = new Alarm(() => (rung += 1));
  });
  afterEach(() => clock.restore());

  it('rings once, at its moment', () => {
    alarm.at(Date.now() + HOUR);
    clock.tick(HOUR);
    expect(rung).to.equal(0);
    clock.tick(2);
    expect(rung).to.equal(1);
    clock.tick(HOUR);
    expect(rung).to.equal(1);
  });

  it('rings for a moment in months', () => {
    alarm.at(Date.now() + 2000 * HOUR);
    clock.tick(2000 * HOUR);
    expect(rung).to.equal(0);
    clock.tick(2);
    expect(rung).to.equal(1);
  });

  it('rings within a minute of waking, when the machine has slept past its moment', () => {
    alarm.at(Date.now() + HOUR);
    clock.setSystemTime(Date.now() + 2 * HOUR); // timers have stood still
    clock.tick(60_001);
    expect(rung).to.equal(1);
  });

  it('rings no more when it is cleared', () => {
    alarm.at(Date.now() + HOUR);
    alarm.at(undefined);
    clock.tick(2 * HOUR);
    expect(rung).to.equal(0);
  });
});
