import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:process';
import { expect, test as base } from '@playwright/test';
import { isPictured, type Look, pathOf } from '../../.storybook/pictures.js';
import { Gallery } from './gallery.js';

const folder = 'storybook-static';
/** What the accepted pictures were made with: another browser, or another system, draws letters differently. */
const madeWith = 'test/pictures/made-with.json';

const test = base.extend<object, { gallery: Gallery; comparable: boolean }>({
  gallery: [
    async ({ browser }, use) => {
      const { gallery, close } = await Gallery.open(browser, folder);
      await use(gallery);
      await close();
    },
    { scope: 'worker' },
  ],
  comparable: [
    async ({ browser }, use, { config }) => {
      const here = `Chromium ${browser.version().split('.', 1)[0]} on ${platform}`;
      if (config.updateSnapshots !== 'none') writeFileSync(madeWith, `${JSON.stringify({ browser: here }, null, 2)}\n`);
      const { browser: there } = JSON.parse(readFileSync(madeWith, 'utf8')) as { browser: string };
      if (here !== there) console.warn(`Pictures are not compared: this is ${here}, they were made with ${there}.`);
      await use(here === there);
    },
    { scope: 'worker' },
  ],
});

interface Story {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
  tags: string[];
}

const built = existsSync(`${folder}/index.json`) ? readFileSync(`${folder}/index.json`, 'utf8') : '{"entries":{}}';
const { entries } = JSON.parse(built) as { entries: Record<string, Story> };
const stories = Object.values(entries).filter(({ type }) => type === 'story');

test.describe.configure({ mode: 'parallel' });

test('Storybook is built, and has stories', () => {
  expect(stories.length, 'npm run storybook:build').toBeGreaterThan(0);
});

for (const story of stories) {
  test(`${story.title}: ${story.name} plays, looks as accepted and is accessible`, async ({ gallery, comparable }) => {
    const { page } = gallery;
    const looks = async (look: Look) => {
      if (!comparable || !isPictured(story)) return;
      await expect.soft(page).toHaveScreenshot(pathOf(story.id, look), { clip: await gallery.area() });
    };
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    expect(await gallery.show(story.id), 'in light').toEqual({ status: 'success', reports: [], thrown: [] });
    await looks('light');
    await gallery.turn('rtl');
    await looks('rtl');
    await gallery.turn('ltr');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await gallery.colours(), 'in dark').toEqual([]);
    await looks('dark');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    expect(await gallery.colours(), 'in forced colours').toEqual([]);
    expect(await gallery.unknown(), 'tags that nothing defines').toEqual([]);
    expect(gallery.errors).toEqual([]);
  });
}
