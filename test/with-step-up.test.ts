import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withStepUp } from '../src/controllers/with-step-up.js';

test('a server that renders pages gets the refusal of another one as it is, for nobody can be asked there', async () => {
  const headers = { 'WWW-Authenticate': 'Bearer error="insufficient_user_authentication", max_age=300' };
  const refuse = () => Promise.resolve(new Response('too old', { status: 401, headers }));
  const response = await withStepUp(refuse)('https://api.example/transfers');
  assert.deepEqual([response.status, await response.text()], [401, 'too old']);
});
