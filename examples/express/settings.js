const { PORT = '3000', ORIGIN = `http://localhost:${PORT}`, REPORTS_ORIGIN = 'http://localhost:3001' } = process.env;
const { REPORTS_PORT, HANDOVER = 'cookies', HTTP_ONLY = '', COOKIE_DOMAIN } = process.env;

export const port = Number(PORT);

/** Where people reach this server. Not read from a request's `Host`, which anybody can write. */
export const origin = ORIGIN;

/** Whether cookies are for https alone. */
export const isSecure = origin.startsWith('https:');

/** Where `reports.js` is reached, which stands for a back end of another origin. */
export const reportsOrigin = REPORTS_ORIGIN;

/** Where it listens: behind a proxy that is not the port at which it is reached. */
export const reportsPort = Number(REPORTS_PORT || new URL(reportsOrigin).port || 3001);

/** How a session gets to the page, see `handover.js`: 'cookies' or 'tokens'. */
export const way = HANDOVER;

/** Whether the page cannot read the session's cookies: a setting of the project at Stytch, which this follows. */
export const isHttpOnly = HTTP_ONLY !== '';

/** The domain that this server shares with Stytch's API, which must see HttpOnly cookies; none where both are one host. */
export const cookieDomain = isHttpOnly ? COOKIE_DOMAIN : undefined;
