import { defineConfig } from '@playwright/test';
import { ensure, sandboxFlags } from './tools/browser.mjs';

const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none', // letters as they are designed, on every machine
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

export default defineConfig({
  testDir: 'test',
  testMatch: '{pages,prebuilt,examples}/**/*.spec.ts',
  workers: 2,
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 60_000,
  reporter: 'list',
  snapshotPathTemplate: 'test/pictures/{arg}{ext}',
  updateSnapshots: 'none', // npm run pictures:accept
  expect: { timeout: 15_000, toHaveScreenshot: { maxDiffPixelRatio: 0.002 } },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await ensure('chromium'), args: [...sandboxFlags, ...quiet] },
  },
});
