import react from '@vitejs/plugin-react';
import { env } from 'node:process';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  envPrefix: ['STYTCH_PUBLIC_', 'STYTCH_EMULATOR_'], // what the page may know; never all of STYTCH_
  server: { port: Number(env.PORT ?? 5173) },
  optimizeDeps: { include: ['stytch-elements/react'], force: true }, // in this repository it is a link, and changes
});
