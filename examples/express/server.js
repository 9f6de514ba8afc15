import cookieParser from 'cookie-parser';
import express from 'express';
import { StytchError } from 'stytch';
import { api } from './api.js';
import { sameOrigin } from './guards.js';
import { login } from './login.js';
import { page } from './page.js';
import { origin, port } from './settings.js';

/** @import { ErrorRequestHandler } from 'express' */

const app = express();
const elements = new URL('dist/cdn', import.meta.resolve('stytch-elements/package.json')).pathname;

app.use('/stytch-elements', express.static(elements));
app.use(express.static(`${import.meta.dirname}/public`));
app.use(cookieParser(), express.json(), express.urlencoded(), sameOrigin);
app.get('/', (request, response) => void response.send(page('sent' in request.query)));
app.use(login);
app.use('/api', api);

/**
 * What Stytch refuses, in words that help.
 * @type {ErrorRequestHandler}
 */
const refusal = (error, _request, response, next) => {
  if (!(error instanceof StytchError)) return next(error);
  const { error_type, error_message, status_code } = error;
  if (error_type === 'session_not_found')
    return void response.status(401).json({ error: error_type, message: 'This session is over.' });
  const message = status_code === 403 ? 'Your role does not allow this; an administrator may.' : error_message;
  response.status(status_code).json({ error: error_type, message });
};
app.use(refusal);

app.listen(port, 'localhost', () => console.log(origin));
