/// <reference types="vite/client" />

interface ImportMetaEnv {
  readonly STYTCH_PUBLIC_TOKEN: string;
  readonly STYTCH_EMULATOR_URL?: string;
}
