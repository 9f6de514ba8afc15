import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ACCEPTED, flat, type Names, publicNames, untold } from '../../tools/names.mjs';

const accepted = flat(JSON.parse(readFileSync(ACCEPTED, 'utf8')) as Names);
const now = flat(publicNames());

describe('public names', () => {
  it('are those that were accepted', () => {
    const gone = accepted.filter((name) => !now.includes(name)).map((name) => `- ${name}`);
    const fresh = now.filter((name) => !accepted.includes(name)).map((name) => `+ ${name}`);
    const advice =
      'People rely on these names. Is this meant? Then say so in CHANGELOG.md (whatever is gone breaks pages), and run ' +
      '`npm run names:accept` after a build.';
    assert.ok(!gone.length && !fresh.length, `${[...gone, ...fresh].join('\n')}\n\n${advice}`);
  });

  it('are of every kind', () => {
    for (const name of [
      'entries: ./org-switcher',
      'commands: stytch-elements',
      'exports dist/index: storeFor',
      'exports dist/react/index: useStytchMember',
      'exports dist/emulator/index: startEmulator',
      'members Actions: switchOrganization',
      'members Snapshot: fromCache',
      'codes: rate-limited',
      'calls: POST /emulator/faults',
      'scripts: stytch-elements.iife.js',
      'tokens: --stytch-accent',
      'elements stytch-gate attributes: max-age',
      'elements stytch-gate properties: maxAge',
      'elements stytch-gate methods: verify',
      'elements stytch-gate slots: stale',
      'elements stytch-gate states: organization-changed',
      'elements stytch-org-switcher events: stytch-switch-before',
      'elements stytch-org-switcher parts: popover',
    ])
      assert.ok(now.includes(name), name);
  });

  const gone = ['elements stytch-gate slots: stale', 'tokens: --stytch-accent', 'calls: POST /emulator/faults'];
  const cases: [unreleased: string, untold: string[]][] = [
    ['- `<stytch-gate>` has no slot `stale`.\n- `--stytch-accent` and `POST /emulator/faults` are gone.', []],
    ['- No slot `stale`,\n  which `stytch-gate` had.', gone.slice(1)],
    ['- `stytch-gate`: better.\n- `stale`, `--stytch-accent-text`', gone],
    ['\n## [0.1.0]\n\n- `stytch-gate` `stale` `--stytch-accent` `POST /emulator/faults`', gone],
  ];
  for (const [unreleased, expected] of cases)
    it(`${expected.length ? 'may not go' : 'may go'} with “${unreleased.trim()}” in the changelog`, () =>
      assert.deepEqual(untold(gone, `# Changelog\n\n## [Unreleased]\n${unreleased}\n`), expected));
});
