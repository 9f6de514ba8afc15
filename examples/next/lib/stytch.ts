import { B2BClient } from 'stytch';

let client: B2BClient | undefined;

/** Stytch's API, or the emulator's; made when it is first needed, as a build has no secret. */
export function stytch(): B2BClient {
  const { STYTCH_PROJECT_ID: project_id = '', STYTCH_SECRET: secret = '', STYTCH_EMULATOR_URL: emulator } = process.env;
  client ??= new B2BClient({ project_id, secret, ...(emulator && { env: `${emulator}/` }) });
  return client;
}
