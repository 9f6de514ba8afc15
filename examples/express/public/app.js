import { withStepUp } from '/stytch-elements/stytch-elements.js';

const fetch = withStepUp(window.fetch); // has a code proved when the server wants a fresher one, and sends once more

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.action.includes('/api/')) return; // the log-in and the log-out, which are ordinary forms
  event.preventDefault();
  const output = document.querySelector('output');
  const response = await fetch(form.action, requestOf(form));
  const answer = await response.json();
  if (Array.isArray(answer)) list(answer);
  output.value = response.ok ? JSON.stringify(answer, null, 2) : `${response.status}: ${answer.message}`;
  await document.querySelector('stytch-provider').store.actions.refresh(); // names may have changed, the session may be over
});

function list(members) {
  const options = members.map(({ member_id, name, email }) => new Option(name || email, member_id));
  document.querySelector('select').replaceChildren(...options);
}

function requestOf(form) {
  const method = form.dataset.method ?? form.method.toUpperCase();
  if (method === 'GET') return { method, credentials: 'include' }; // one is of another origin
  const body = JSON.stringify(Object.fromEntries(new FormData(form)));
  return { method, body, headers: { 'Content-Type': 'application/json' } };
}
