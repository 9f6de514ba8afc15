import { existsSync, readFileSync } from 'node:fs';
import { expect, test as base } from '@playwright/test';
import { declarationOf } from '../../.storybook/manifest.js';
import { isPictured, type Look, pathOf } from '../../.storybook/pictures.js';
import { Gallery } from './gallery.js';
import { incomparable } from './machine.js';

const folder = 'storybook-static';

const test = base.extend<object, { gallery: Gallery; incomparably: string | undefined }>({
  gallery: [
    async ({ browser }, use) => {
      const { gallery, close } = await Gallery.open(browser, folder);
      await use(gallery);
      await close();
    },
    { scope: 'worker' },
  ],
  incomparably: [
    async ({ browser }, use, { config }) => use(await incomparable(browser, config.updateSnapshots !== 'none')),
    { scope: 'worker' },
  ],
});

interface Story {
  id: string;
  title: string;
  name: string;
  importPath: string;
  type: 'story' | 'docs';
  tags: string[];
}

const built = existsSync(`${folder}/index.json`) ? readFileSync(`${folder}/index.json`, 'utf8') : '{"entries":{}}';
const { entries } = JSON.parse(built) as { entries: Record<string, Story> };
const all = Object.values(entries);
const groups = new Map<string, Story[]>();
for (const story of all.filter(({ type }) => type === 'story'))
  groups.set(story.title, [...(groups.get(story.title) ?? []), story]);

/** States of elements whose own scripts are on their way, or may not come: in a story, whose network is the emulator's, they have. */
const SCRIPTED: Readonly<Record<string, readonly string[]>> = {
  'stytch-callback': ['error'],
  'stytch-discovery': ['error'],
  'stytch-login': ['loading'],
  'stytch-mfa-prompt': ['error'],
  'stytch-mfa-settings': ['loading', 'error'],
  'stytch-step-up': ['error'],
};

test.describe.configure({ mode: 'parallel' });

test('Storybook is built, and has stories', () => {
  expect(groups.size, 'npm run storybook:build').toBeGreaterThan(0);
});

test('pictures made on this machine can be compared with the accepted ones', ({ incomparably: why }, {
  annotations,
}) => {
  if (!why) return;
  annotations.push({ type: 'pictures', description: why });
  console.warn(why);
  expect(process.env.CI, why).toBeFalsy();
});

for (const [title, stories] of groups)
  test.describe(title, () => {
    test.describe.configure({ mode: 'default' }); // in one worker, which knows in the end what all of them have shown
    const tag = tagOf(stories[0]!.importPath);
    const { cssStates = [] } = declarationOf(tag) ?? {};
    const played = new Map<string, readonly string[]>();

    for (const story of stories)
      test(`${story.name} plays, looks as accepted and is accessible`, async ({ gallery, incomparably }) => {
        const { page } = gallery;
        const looks = async (look: Look) => {
          if (incomparably || !isPictured(story)) return;
          await expect.soft(page).toHaveScreenshot(pathOf(story.id, look), { clip: await gallery.area() });
        };
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
        expect(await gallery.show(story.id), 'in light').toEqual({ status: 'success', reports: [], thrown: [] });
        const family = await gallery.family();
        expect.soft(family.filter(({ isDefined }) => !isDefined)).toEqual([]);
        played.set(
          story.id,
          family.flatMap((each) => (each.tag === tag && each.state ? [each.state] : [])),
        );
        await looks('light');
        const direction = await gallery.turn('rtl');
        expect.soft(await gallery.places(), 'from right to left').toEqual([]);
        await looks('rtl');
        await gallery.turn(direction);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect.soft(await gallery.colours(), 'in dark').toEqual([]);
        await looks('dark');
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
        expect.soft(await gallery.colours(), 'in forced colours').toEqual([]);
        expect.soft(await gallery.unseenFocus(), 'focus in forced colours').toEqual([]);
        expect(gallery.errors).toEqual([]);
      });

    if (cssStates.length > 0)
      test(`every state of ${tag} has a story`, ({}, { annotations }) => {
        const missed = stories.filter(({ id }) => !played.has(id)).map(({ name }) => name);
        if (missed.length > 0)
          // chosen by -g, or lost with a worker that a failure has ended: that is red enough
          return void annotations.push({ type: 'states', description: `Not judged without ${missed.join(', ')}` });
        const shown = new Set([...played.values()].flat());
        const wanted = cssStates.map(({ name }) => name).filter((name) => !SCRIPTED[tag]?.includes(name));
        expect(wanted.filter((name) => !shown.has(name))).toEqual([]);
      });
  });

test('lines stand out more for whoever asks their system for more contrast', async ({ gallery }) => {
  const { page } = gallery;
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await gallery.show('session-organization-switcher--closed');
  const trigger = page.locator('stytch-org-switcher [part~=trigger]');
  await expect(trigger).toHaveCSS('border-top-color', 'rgb(215, 220, 228)');
  await page.emulateMedia({ contrast: 'more' });
  await expect(trigger).toHaveCSS('border-top-color', 'rgb(91, 100, 114)');
  await page.emulateMedia({ contrast: 'no-preference' });
});

for (const { id, title, importPath } of all.filter(({ type }) => type === 'docs'))
  test(`the page of ${title} can be read, and has all that the manifest knows`, async ({ gallery }) => {
    const { heading, rows, states } = await gallery.read(id);
    const {
      attributes = [],
      slots = [],
      events = [],
      cssParts = [],
      cssStates = [],
    } = declarationOf(tagOf(importPath)) ?? {};
    expect(heading).not.toBe('');
    expect(rows).toBeGreaterThanOrEqual([attributes, slots, events, cssParts, cssStates].flat().length);
    expect(states).toBe(groups.get(title)?.length ?? 0);
    expect(gallery.errors.filter((each) => !each.startsWith('Failed to load resource'))).toEqual([]); // pictures yet to be made
  });

/** The element that a file of stories is about. */
function tagOf(path: string): string {
  return /stytch-[\w-]+/.exec(path)?.[0] ?? '';
}
