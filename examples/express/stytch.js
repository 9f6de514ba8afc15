import { B2BClient } from 'stytch';

const { STYTCH_PROJECT_ID: project_id = '', STYTCH_SECRET: secret = '', STYTCH_EMULATOR_URL: emulator } = process.env;

/** Stytch's API, or the emulator's. */
export const stytch = new B2BClient({ project_id, secret, ...(emulator && { env: `${emulator}/` }) });
