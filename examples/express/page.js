import { isHttpOnly, origin, reportsOrigin, way } from './settings.js';

/** @import { DiscoveredOrganization } from 'stytch' */

const { STYTCH_PUBLIC_TOKEN = '', STYTCH_EMULATOR_URL = '', STYTCH_CUSTOM_BASE_URL } = process.env;

/**
 * Where the page reaches Stytch. With HttpOnly cookies that is a custom domain beside the page's own; an emulator is
 * then asked under the page's own host name.
 */
function reach() {
  const url = isHttpOnly ? STYTCH_EMULATOR_URL.replace('127.0.0.1', new URL(origin).hostname) : STYTCH_EMULATOR_URL;
  const custom = STYTCH_CUSTOM_BASE_URL ?? (isHttpOnly && 'https://api.example.com');
  return `${url && `emulator-url="${url}"`} ${custom ? `custom-base-url="${custom}"` : ''}`;
}

/** What there is to hand over: of a session made here, in the second way; and tokens to another origin, if they can be read. */
const handover = [
  way === 'tokens' && '<stytch-hydrate src="/session" method="post"></stytch-hydrate>',
  !isHttpOnly && `<stytch-hydrate push-to="${reportsOrigin}/session"></stytch-hydrate>`,
];

const sent = `
          <p slot="signed-out" class="note" role="status">A link is on its way. It works once, for an hour, in this browser.</p>`;

/** @param {string} body */
const document = (body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Express and stytch-elements</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/style.css" />${body}
  </body>
</html>`;

/**
 * The page of the application. Its forms are sent by `public/app.js`, but for those to log in and out with.
 * @param {boolean} isSent
 */
export const page = (isSent) =>
  document(`
    <script type="module" src="/stytch-elements/stytch-elements.js"></script>
    <script type="module" src="/app.js"></script>
  </head>
  <body>
    <stytch-provider public-token="${STYTCH_PUBLIC_TOKEN}" ${reach()} allowed-origins="${reportsOrigin}">
      ${handover.filter(Boolean).join('\n      ')}
      <header>
        <stytch-org-switcher></stytch-org-switcher>
        <stytch-session-status></stytch-session-status>
        <stytch-logout></stytch-logout>
      </header>
      <main>
        <h1>Express</h1>
        <stytch-gate>
          <section>
            <h2>Who am I?</h2>
            <form action="/api/me" method="get"><button>By JWT</button></form>
            <form action="/api/session" method="get"><button>By token</button></form>
            <form action="${reportsOrigin}/api/reports" method="get"><button>Elsewhere</button></form>
          </section>
          <section>
            <h2>Names, and what else is known</h2>
            <form action="/api/member" data-method="PUT">
              <label>My name <input name="name" autocomplete="name" required /></label> <button>Rename me</button>
            </form>
            <form action="/api/member" data-method="PUT">
              <label>My title <input name="title" required /></label> <button>Save title</button>
            </form>
            <form action="/api/organization" data-method="PUT">
              <label>Organization <input name="name" required /></label> <button>Rename organization</button>
            </form>
            <form action="/api/organization" data-method="PUT">
              <label>Plan <input name="plan" required /></label> <button>Change plan</button>
            </form>
          </section>
          <section>
            <h2>Members</h2>
            <form action="/api/members" method="get"><button>Who is there?</button></form>
            <form action="/api/member" data-method="PUT">
              <label>Member <select name="member_id" required></select></label>
              <label>Name <input name="name" /></label>
              <label>Limit <input name="limit" type="number" min="0" /></label> <button>Change member</button>
            </form>
          </section>
          <section>
            <h2>Only with a fresh code, and up to a limit</h2>
            <form action="/api/transfers" method="post">
              <label>Amount <input name="amount" type="number" value="100" /></label> <button>Transfer</button>
            </form>
          </section>
          <section>
            <h2>By the server</h2>
            <form action="/logout" method="post"><button>Log out here</button></form>
            <form action="/logout" method="post"><button name="everywhere" value="yes">Log out everywhere</button></form>
          </section>
          <output aria-live="polite"></output>${isSent ? sent : ''}
          <form slot="signed-out" action="/login" method="post">
            <label>Organization (empty to choose or create one) <input name="organization" value="acme" /></label>
            <label>E-mail <input name="email" type="email" autocomplete="email" required /></label>
            <button>Send me a link</button>
          </form>
        </stytch-gate>
      </main>
    </stytch-provider>`);

/**
 * A page to choose an organization at, or to create one.
 * @param {string} email
 * @param {DiscoveredOrganization[]} discovered
 */
export const choice = (email, discovered) =>
  document(`
  </head>
  <body>
    <main>
      <h1>Where to?</h1>
      <p>You are ${escaped(email)}.</p>
      <section>
        <h2>${discovered.length ? 'Organizations' : 'There is no organization for you yet'}</h2>
        ${discovered.map(entrance).join('\n        ')}
      </section>
      <section>
        <h2>A new one</h2>
        <form action="/organizations" method="post">
          <label>Name <input name="name" autocomplete="organization" required /></label> <button>Create organization</button>
        </form>
      </section>
    </main>`);

/** @param {DiscoveredOrganization} discovered */
function entrance({ organization }) {
  const { organization_id, organization_name } = organization ?? {};
  return `<form action="/organizations/enter" method="post">
          <button name="organization_id" value="${escaped(organization_id)}">${escaped(organization_name)}</button>
        </form>`;
}

/**
 * A page that says one thing.
 * @param {string} message
 */
export const notice = (message) =>
  document(`
  </head>
  <body>
    <main>
      <h1>Express</h1>
      <p class="note" role="alert">${escaped(message)}</p>
      <p><a href="/">Back to the log-in</a></p>
    </main>`);

/** @param {string | undefined} text */
function escaped(text = '') {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
