const { STYTCH_PUBLIC_TOKEN = '', STYTCH_EMULATOR_URL = '' } = process.env;
const emulator = STYTCH_EMULATOR_URL && `emulator-url="${STYTCH_EMULATOR_URL}"`;

const sent = `
          <p slot="signed-out" class="note" role="status">A link is on its way. It works once, for an hour.</p>`;

/**
 * The only page. Its forms are sent by `public/app.js`, but for the one to log in with.
 * @param {boolean} isSent
 */
export const page = (isSent) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Express and stytch-elements</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/style.css" />
    <script type="module" src="/stytch-elements/stytch-elements.js"></script>
    <script type="module" src="/app.js"></script>
  </head>
  <body>
    <stytch-provider public-token="${STYTCH_PUBLIC_TOKEN}" ${emulator}>
      <stytch-hydrate src="/session" method="post"></stytch-hydrate>
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
          </section>
          <section>
            <h2>Names</h2>
            <form action="/api/member" data-method="PUT">
              <label>My name <input name="name" autocomplete="name" required /></label> <button>Rename me</button>
            </form>
            <form action="/api/organization" data-method="PUT">
              <label>Organization <input name="name" required /></label> <button>Rename organization</button>
            </form>
          </section>
          <section>
            <h2>Members</h2>
            <form action="/api/members" method="get"><button>Who is there?</button></form>
            <form action="/api/member" data-method="PUT">
              <label>Member <select name="member_id" required></select></label>
              <label>Name <input name="name" required /></label> <button>Rename member</button>
            </form>
          </section>
          <section>
            <h2>Only with a fresh code</h2>
            <form action="/api/transfers" method="post">
              <label>Amount <input name="amount" type="number" value="100" /></label> <button>Transfer</button>
            </form>
          </section>
          <section>
            <h2>On all devices</h2>
            <form action="/api/revoke" method="post"><button>Log out everywhere</button></form>
          </section>
          <output aria-live="polite"></output>${isSent ? sent : ''}
          <form slot="signed-out" action="/login" method="post">
            <label>Organization <input name="organization" value="acme" required /></label>
            <label>E-mail <input name="email" type="email" autocomplete="email" required /></label>
            <button>Send me a link</button>
          </form>
        </stytch-gate>
      </main>
    </stytch-provider>
  </body>
</html>`;
