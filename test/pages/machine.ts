import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:process';
import type { Browser } from '@playwright/test';

/** What draws a picture. */
interface Machine {
  /** For whoever wonders; another one that draws the same letters makes the same pictures. */
  browser: string;
  /** A hash of a picture of some letters: another system, or another browser, may draw them differently. */
  letters: string;
}

/** What the accepted pictures were made with. */
const madeWith = 'test/pictures/made-with.json';

/** Stories have fonts of their own, but for what is monospaced. */
const SAMPLE = '<p>Ag1 “é” → <b>Ag1</b> عربي</p><pre>Ag1 K7M2</pre>';
const FONTS = ['inter/files/inter-latin-wght-normal', 'noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal'];

/** Why the accepted pictures cannot be compared with those that are made here; undefined if they can. */
export async function incomparable(browser: Browser, isAccepting: boolean): Promise<string | undefined> {
  const here = await machineOf(browser);
  if (isAccepting) writeFileSync(madeWith, `${JSON.stringify(here, null, 2)}\n`);
  const there = JSON.parse(readFileSync(madeWith, 'utf8')) as Machine;
  if (here.letters === there.letters) return undefined;
  return (
    `No picture is compared: ${here.browser} draws letters otherwise here (${here.letters}) than ${there.browser} ` +
    `did where the accepted pictures were made (${there.letters}). Accept them anew: npm run pictures:accept`
  );
}

async function machineOf(browser: Browser): Promise<Machine> {
  const page = await browser.newPage({ viewport: { width: 320, height: 120 } });
  const faces = FONTS.map((path, index) => `@font-face{font-family:f${index};src:url(${dataOf(path)})}`).join('');
  await page.setContent(`<style>${faces} p{font:16px f0,f1,sans-serif} pre{font:16px monospace}</style>${SAMPLE}`);
  await page.evaluate(() => document.fonts.ready);
  const letters = createHash('sha256')
    .update(await page.screenshot())
    .digest('hex');
  await page.close();
  return { browser: `Chromium ${browser.version().split('.', 1)[0]} on ${platform}`, letters: letters.slice(0, 12) };
}

function dataOf(path: string): string {
  const font = readFileSync(`node_modules/@fontsource-variable/${path}.woff2`, 'base64');
  return `data:font/woff2;base64,${font}`;
}
