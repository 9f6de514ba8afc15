const { PORT = '3000', ORIGIN = `http://localhost:${PORT}`, NODE_ENV } = process.env;

export const port = Number(PORT);

/** Where people reach this server. Not read from a request's `Host`, which anybody can write. */
export const origin = ORIGIN;

export const isProduction = NODE_ENV === 'production';
