import { defineConfig } from 'vite';

/** Storybook's own; the root's configuration is for the builds of the package. */
export default defineConfig({ build: { chunkSizeWarningLimit: 2000 } });
