import { B2BClient, StytchError } from 'stytch';

const { STYTCH_PROJECT_ID: project_id = '', STYTCH_SECRET: secret = '', STYTCH_EMULATOR_URL: emulator } = process.env;

/** Stytch's API, or the emulator's. */
export const stytch = new B2BClient({ project_id, secret, ...(emulator && { env: `${emulator}/` }) });

/**
 * Whether Stytch knows of no such session (any more).
 * @param {unknown} error
 */
export const isOver = (error) => error instanceof StytchError && error.error_type === 'session_not_found';
