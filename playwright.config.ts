import { defineConfig } from '@playwright/test';
import { ensure, sandboxFlags } from './tools/browser.mjs';

const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export default defineConfig({
  testDir: 'test',
  testMatch: '{pages,prebuilt}/**/*.spec.ts',
  workers: 2,
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 60_000,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await ensure('chromium'), args: [...sandboxFlags, ...quiet] },
  },
});
