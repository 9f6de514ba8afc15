import { expect } from '@open-wc/testing';
import { endTime, learn, pageTime, skewOf } from '../../src/flows/skew.js';
import { type EndReason, type Rules, type Sight, judge } from '../../src/flows/vigil.js';

const MINUTE = 60_000;
const m = (minutes: number) => minutes * MINUTE;

/** Rules in minutes, the warning too. */
const rules = (given: Partial<Rules> = {}): Rules => ({
  extend: m(given.extend ?? 60),
  every: m(given.every ?? 20),
  idle: m(given.idle ?? Infinity),
  absolute: m(given.absolute ?? Infinity),
  warn: m(given.warn ?? 2),
  isSilent: given.isSilent ?? false,
});

/** A session of an hour that begins at 0, in a tab that is seen; times in minutes. */
const sight = (given: Partial<Sight> = {}): Sight => ({
  now: m(given.now ?? 0),
  startedAt: 0,
  expiresAt: m(given.expiresAt ?? 60),
  activeAt: m(given.activeAt ?? 0),
  extendedAt: m(given.extendedAt ?? 0),
  notedAt: m(given.notedAt ?? 0),
  notBefore: m(given.notBefore ?? 0),
  canExtend: given.canExtend ?? true,
  isAsked: given.isAsked ?? false,
});

const SECOND = 1 / 60;

describe('judge', () => {
  const cases: [what: string, sight: Partial<Sight>, rules: Partial<Rules>, verdict: string][] = [
    ['lets a new session be', {}, {}, 'watching'],
    ['extends for who was active, not before its time', { now: 20 - SECOND, activeAt: 3 }, {}, 'watching'],
    ['extends for who was active, when it is time', { now: 20, activeAt: 3 }, {}, 'watching, extend 60'],
    ['extends for nobody', { now: 30 }, {}, 'watching'],
    [
      'extends for nobody who was active before the last time only',
      { now: 30, activeAt: 5, extendedAt: 6 },
      {},
      'watching',
    ],
    ['does not extend unseen, or off line', { now: 30, activeAt: 3, canExtend: false }, {}, 'watching'],
    ['does not extend after a failure', { now: 30, activeAt: 3, notBefore: 30 + SECOND }, {}, 'watching'],
    ['tries again after a failure', { now: 31, activeAt: 3, notBefore: 31 }, {}, 'watching, extend 60'],
    ['warns before the session expires', { now: 58 }, {}, 'warning of expired'],
    ['does not warn early', { now: 58 - SECOND }, {}, 'watching'],
    ['does not warn where that is not wanted', { now: 59 }, { warn: 0 }, 'watching'],
    ['asks who was active, once it warns', { now: 59, activeAt: 30 }, {}, 'warning of expired'],
    ['asks nobody where it is silent', { now: 59, activeAt: 30 }, { isSilent: true }, 'warning of expired, extend 60'],
    ['extends for who asks', { now: 59, isAsked: true, extendedAt: 58 }, {}, 'warning of expired, extend 60'],
    [
      'extends for who asks, but not twice at once',
      { now: 59, isAsked: true, notBefore: 60 },
      {},
      'warning of expired',
    ],
    ['finds that it has expired', { now: 60 }, {}, 'over: expired'],
    ['finds that it has expired, asleep for long', { now: 600, activeAt: 3 }, {}, 'over: expired'],
    ['extends nothing that is over', { now: 60, isAsked: true }, {}, 'over: expired'],
    ['warns before the member has been idle for too long', { now: 13 }, { idle: 15 }, 'warning of idle'],
    ['lets them be who were not idle', { now: 13, activeAt: 1 }, { idle: 15 }, 'watching'],
    ['finds that the member is idle', { now: 15 }, { idle: 15 }, 'over: idle'],
    ['finds that the member was idle first, asleep for long', { now: 600, activeAt: 10 }, { idle: 15 }, 'over: idle'],
    ['warns before the longest time is over', { now: 28 }, { absolute: 30 }, 'warning of absolute, for good'],
    ['does not warn who has taken note', { now: 29, notedAt: 28 }, { absolute: 30 }, 'watching, for good'],
    ['warns of the next end whoever took note of one', { now: 58, notedAt: 28 }, {}, 'warning of expired'],
    [
      'ends when the longest time is over, whoever is there',
      { now: 30, activeAt: 30 },
      { absolute: 30 },
      'over: absolute',
    ],
    ['cuts an extension to the longest time', { now: 20, activeAt: 3 }, { absolute: 70 }, 'watching, extend 50'],
    ['cuts it to whole minutes', { now: 20 + SECOND, activeAt: 3 }, { absolute: 70 }, 'watching, extend 49'],
    ['extends no more than is gained', { now: 40, activeAt: 39 }, { absolute: 60 }, 'watching, for good'],
    ['extends nothing that Stytch would not', { now: 56, activeAt: 50 }, { absolute: 60.5 }, 'watching, for good'],
    ['says why, where the end is cut', { now: 60 }, { absolute: 60.5 }, 'over: absolute'],
    [
      'lets the member stay who is idle, to the longest time',
      { now: 28 },
      { idle: 30, absolute: 60 },
      'warning of idle',
    ],
  ];

  for (const [what, seen, rule, expected] of cases)
    it(what, () => {
      const { state, reason, extend, canStay } = judge(sight(seen), rules(rule));
      const told = { watching: 'watching', warning: `warning of ${reason}`, over: `over: ${reason}` }[state];
      const isForGood = !canStay && state !== 'over' && reason === 'absolute';
      expect([told, extend && `extend ${extend}`, isForGood && 'for good'].filter(Boolean).join(', ')).to.equal(
        expected,
      );
    });

  const looks: [what: string, sight: Partial<Sight>, rules: Partial<Rules>, at: number][] = [
    ['in half a minute', {}, {}, 0.5],
    ['when an extension is due', { now: 19.9, activeAt: 3 }, {}, 20],
    ['when it may try again', { now: 30, activeAt: 3, notBefore: 30.2 }, {}, 30.2],
    ['when the warning begins', { now: 57.9 }, {}, 58],
    ['at the end', { now: 59.9 }, {}, 60],
    ['at the idle end', { now: 14.9 }, { idle: 15 }, 15],
    ['in half a minute, when all is over', { now: 61 }, {}, 61.5],
  ];
  for (const [what, seen, rule, at] of looks)
    it(`looks again ${what}`, () => expect(judge(sight(seen), rules(rule)).lookAt).to.be.closeTo(m(at), 1));
});

describe('a clock that is wrong', () => {
  const noon = Date.UTC(2030, 0, 1, 12);
  const at = (minutes: number) => new Date(noon + m(minutes)).toISOString();

  it('is known from the answer that was under way for the shortest time', () => {
    const known = [3000, 200, 8000].reduce((skew, delay) => learn(skew, noon + m(10), noon + delay), -Infinity);
    expect(known).to.equal(m(10) - 200);
  });

  it('is known anew when it has been set', () => {
    expect(learn(m(10), noon, noon + 500)).to.equal(-500);
    expect(learn(-500, noon + m(10), noon)).to.equal(m(10));
  });

  it('is reckoned with from half a minute on', () => {
    expect([30_000, -30_000, 31_000, -31_000].map(skewOf)).to.deep.equal([0, 0, 31_000, -31_000]);
  });

  it('ends the session by the clock of the server when it is slow, as it loses it by its own when it is fast', () => {
    expect(pageTime(at(0), m(10))).to.equal(noon - m(10));
    expect(endTime(at(60), m(10))).to.equal(noon + m(50));
    expect(endTime(at(60), m(-10))).to.equal(noon + m(60));
  });
});

/** What the member does from a minute on: uses a tab, is away from it, is elsewhere, or has the machine sleep. */
type Doing = 'away' | 'elsewhere' | 'asleep' | { readonly uses: number };

interface Day {
  readonly what: string;
  readonly rules: Partial<Rules>;
  readonly plan: readonly (readonly [minute: number, doing: Doing])[];
  /** Answers each warning after half a minute. */
  readonly answers?: boolean;
}

/** The minute and the reason of the end; none is a session that lives after 24 hours. */
type Outcome = readonly [authenticates: number, warnings: number, end?: readonly [minute: number, EndReason]];

const inTurn: Day['plan'] = Array.from({ length: 24 }, (_, hour) => [hour * 60, { uses: hour % 4 }] as const);

/** 24 hours of four tabs: how often Stytch is asked, how often a tab warns, when and why the session ends. */
const days: readonly [Day, Outcome][] = [
  // active throughout: every 20 minutes, by one tab
  [{ what: 'active, in one tab after the other', rules: {}, plan: inTurn }, [71, 0]],
  [{ what: 'active, every 30 minutes of 90', rules: { extend: 90, every: 30 }, plan: inTurn }, [47, 0]],
  [{ what: 'active, with an idle limit', rules: { idle: 15 }, plan: inTurn }, [71, 0]],
  [{ what: 'active, for 8 hours at the most', rules: { absolute: 480 }, plan: inTurn }, [21, 4, [480, 'absolute']]],
  // nobody there: what was done since the last time counts once more, then nothing does
  [{ what: 'never there', rules: {}, plan: [[0, 'away']] }, [0, 4, [60, 'expired']]],
  [{ what: 'away after 8 hours', rules: {}, plan: [...inTurn.slice(0, 8), [480, 'away']] }, [24, 4, [540, 'expired']]],
  [
    {
      what: 'away, idle',
      rules: { idle: 15 },
      plan: [
        [0, { uses: 0 }],
        [480, 'away'],
      ],
    },
    [24, 4, [494, 'idle']],
  ],
  [
    {
      what: 'away over lunch',
      rules: { idle: 45 },
      plan: [
        [0, { uses: 0 }],
        [240, 'away'],
        [280, { uses: 1 }],
        [300, 'away'],
      ],
    },
    [14, 4, [344, 'idle']],
  ],
  [{ what: 'there to answer, nothing else', rules: { idle: 15 }, plan: [[0, 'away']], answers: true }, [106, 424]],
  [
    {
      what: 'there to answer, until it is over',
      rules: { idle: 15, absolute: 60 },
      plan: [[0, 'away']],
      answers: true,
    },
    [0, 20, [60, 'absolute']],
  ],
  // hidden tabs extend nothing
  [
    {
      what: 'elsewhere',
      rules: {},
      plan: [
        [0, { uses: 2 }],
        [60, 'elsewhere'],
      ],
    },
    [2, 4, [100, 'expired']],
  ],
  [
    {
      what: 'elsewhere, idle',
      rules: { idle: 15 },
      plan: [
        [0, { uses: 2 }],
        [60, 'elsewhere'],
      ],
    },
    [2, 4, [74, 'idle']],
  ],
  [
    {
      what: 'elsewhere, and back in time',
      rules: {},
      plan: [
        [0, { uses: 2 }],
        [60, 'elsewhere'],
        [90, { uses: 3 }],
        [100, 'away'],
      ],
    },
    [4, 4, [170, 'expired']],
  ],
  // a machine that sleeps
  [
    {
      what: 'asleep',
      rules: {},
      plan: [
        [0, { uses: 0 }],
        [60, 'asleep'],
        [300, { uses: 0 }],
      ],
    },
    [2, 0, [300, 'expired']],
  ],
  [
    {
      what: 'asleep, idle',
      rules: { idle: 15 },
      plan: [
        [0, { uses: 0 }],
        [60, 'asleep'],
        [80, { uses: 0 }],
      ],
    },
    [2, 0, [80, 'idle']],
  ],
  [
    {
      what: 'asleep for a moment',
      rules: { idle: 15 },
      plan: [
        [0, { uses: 0 }],
        [60, 'asleep'],
        [70, { uses: 0 }],
        [75, 'away'],
      ],
    },
    [3, 4, [89, 'idle']],
  ],
];

describe('24 hours in four tabs', () => {
  for (const [day, [calls, warnings, end]] of days)
    it(day.what, () => {
      const lived = live(day);
      expect([lived.calls, lived.warnings]).to.deep.equal([calls, warnings]);
      expect(lived.reason).to.equal(end?.[1]);
      if (end) expect(lived.endedAt).to.be.within(m(end[0]), m(end[0]) + 60_000); // hidden tabs have their timers once a minute
    });
});

/** Lives a day second by second, with tabs as they are: each looks when it said it would, hidden ones once a minute. */
function live({ rules: given, plan, answers = false }: Day) {
  const rule = rules(given);
  const shared = { expiresAt: m(60), activeAt: 0, extendedAt: 0, notedAt: 0 };
  const tabs = [0, 1, 2, 3].map(() => ({ lookAt: 0, wasWarned: false, isAsked: false, warnedAt: 0 }));
  const lived = { calls: 0, warnings: 0, endedAt: Infinity, reason: undefined as EndReason | undefined };
  for (let now = 0; now < m(1440) && !lived.reason; now += 1000) {
    const doing = plan.findLast(([minute]) => m(minute) <= now)![1];
    if (doing === 'asleep') continue;
    for (const [index, tab] of tabs.entries()) {
      const isSeen = typeof doing === 'object' ? doing.uses === index : doing === 'away' && index === 0;
      const look = () =>
        judge({ ...shared, now, startedAt: 0, notBefore: 0, canExtend: isSeen, isAsked: tab.isAsked }, rule);
      const isUsed = typeof doing === 'object' && isSeen && now % MINUTE === 0;
      if (isUsed && look().state === 'watching') shared.activeAt = now;
      if (now < tab.lookAt && !isUsed) continue;
      const verdict = look();
      if (verdict.state === 'warning' && !tab.wasWarned) {
        lived.warnings += 1;
        tab.warnedAt = now;
      }
      tab.wasWarned = verdict.state === 'warning';
      if (answers && isSeen && tab.wasWarned && now >= tab.warnedAt + 30_000) {
        tab.isAsked = true;
        shared.activeAt = now;
        if (!verdict.canStay) shared.notedAt = now;
      }
      const { extend, state, lookAt, reason } = look();
      if (state === 'over') [lived.endedAt, lived.reason] = [now, reason];
      if (extend > 0) {
        lived.calls += 1;
        Object.assign(shared, { extendedAt: now, expiresAt: now + m(extend) });
      }
      tab.isAsked = false;
      tab.lookAt = isSeen ? Math.min(lookAt, tab.wasWarned ? now + 1000 : Infinity) : Math.max(lookAt, now + MINUTE);
      if (!isSeen && tab.wasWarned) tab.lookAt = now + 1000; // told by the other tabs
    }
  }
  return lived;
}
