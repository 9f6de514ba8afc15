import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ACCEPTED, type Names, publicNames } from '../../tools/names.mjs';

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
});

/** Each name with what it is the name of. */
function flat(names: Names, kind = ''): string[] {
  return Object.entries(names).flatMap(([key, value]) => {
    const of = kind ? `${kind} ${key}` : key;
    return Array.isArray(value) ? value.map((name) => `${of}: ${name}`) : flat(value, of);
  });
}
