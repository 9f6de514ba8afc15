import vue from '@vitejs/plugin-vue';
import { env } from 'node:process';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('stytch-') } } })],
  envPrefix: ['STYTCH_PUBLIC_', 'STYTCH_EMULATOR_'], // what the page may know; never all of STYTCH_
  server: { port: Number(env.PORT ?? 5173) },
  optimizeDeps: { include: ['stytch-elements/define'], force: true }, // in this repository it is a link, and changes
});
