import { fileURLToPath } from 'node:url';
import cookieParser from 'cookie-parser';
import express from 'express';
import { api } from './api.js';
import { sameOrigin } from './guards.js';
import { handover } from './handover.js';
import { login } from './login.js';
import { logout } from './logout.js';
import { page } from './page.js';
import { refusal } from './refusal.js';
import { reports } from './reports.js';
import { origin, port, reportsPort } from './settings.js';
import { signup } from './signup.js';

const app = express();
const elements = fileURLToPath(new URL('dist/cdn', import.meta.resolve('stytch-elements/package.json')));

app.use('/stytch-elements', express.static(elements));
app.use(express.static(`${import.meta.dirname}/public`));
app.use(cookieParser(), express.json(), express.urlencoded(), sameOrigin);
app.get('/', (request, response) => void response.send(page('sent' in request.query)));
app.use(login, signup, handover, logout);
app.use('/api', api);
app.use(refusal);

reports.listen(reportsPort, 'localhost'); // a server of its own, anywhere
app.listen(port, 'localhost', () => console.log(origin));
