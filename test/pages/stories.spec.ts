import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:process';
import { type Browser, expect, test as base } from '@playwright/test';
import { isPictured, type Look, pathOf } from '../../.storybook/pictures.js';
import { Gallery } from './gallery.js';

const folder = 'storybook-static';
/** What draws a picture: another browser, another system, or other fonts draw letters differently. */
interface Machine {
  browser: string;
  /** A hash of a picture of some letters. */
  letters: string;
}

/** What the accepted pictures were made with. */
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
      const here = await machineOf(browser);
      if (config.updateSnapshots !== 'none') writeFileSync(madeWith, `${JSON.stringify(here, null, 2)}\n`);
      const there = JSON.parse(readFileSync(madeWith, 'utf8')) as Machine;
      const isSame = here.browser === there.browser && here.letters === there.letters;
      if (!isSame)
        console.warn(
          `Pictures are not compared: ${JSON.stringify(here)} is not ${JSON.stringify(there)}, which made them.`,
        );
      await use(isSame);
    },
    { scope: 'worker' },
  ],
});

async function machineOf(browser: Browser): Promise<Machine> {
  const page = await browser.newPage();
  await page.setContent('<p>Ag1 <code>Ag1</code> عربي עברית 日本語 <b>→ … “é”</b></p>');
  const letters = createHash('sha256')
    .update(await page.screenshot())
    .digest('hex')
    .slice(0, 12);
  await page.close();
  return { browser: `Chromium ${browser.version().split('.', 1)[0]} on ${platform}`, letters };
}

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
