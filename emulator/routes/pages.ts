import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { asText } from '../call.js';
import { ApiError } from '../errors.js';
import type { Letter } from '../outbox.js';
import { approvedUrl, deniedUrl, oauthSignOn, ssoSignOn, type SignOn } from '../providers.js';
import type { World } from '../world.js';

type Content = ReturnType<typeof html>;

/** Serves what a person would see elsewhere: the providers' consent pages, the mailbox, and an overview. */
export function servePages(app: Hono, world: World): void {
  const oauth = (discovery: boolean) => (c: Context) =>
    oauthSignOn(world, c.req.param('provider') ?? '', discovery, c.req.query());
  const starts: [string, (c: Context) => SignOn][] = [
    ['/v1/b2b/public/oauth/:provider/start', oauth(false)],
    ['/v1/b2b/public/oauth/:provider/discovery/start', oauth(true)],
    ['/v1/public/sso/start', (c) => ssoSignOn(world, c.req.query())],
  ];
  for (const [path, read] of starts) {
    app.get(path, (c) => c.html(consent(world, read(c))));
    app.post(path, async (c) => c.redirect(await decided(world, read(c), c)));
  }
  app.get('/emulator/inbox', (c) => c.html(inbox(world)));
  app.get('/emulator/landing', (c) => c.html(page('Landed', html`<p>This is where a redirect ends.</p>`)));
  app.get('/', (c) => c.html(overview(world)));
}

async function decided(world: World, signOn: SignOn, c: Context): Promise<string> {
  const { email, other, decision } = await c.req.parseBody();
  if (decision !== 'approve') return deniedUrl(signOn);
  const address = (asText(other) || asText(email)).trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw new ApiError('invalid_email');
  return approvedUrl(world, signOn, address);
}

function consent(world: World, { title, organization, purpose, hint, redirect }: SignOn): Content {
  const emails =
    purpose === 'sso' && organization ? membersOf(world, organization.organization_id) : world.directory.emails();
  const chosen = emails.includes(hint) ? hint : emails[0];
  const choices = emails.map((email) => {
    const checked = email === chosen ? 'checked' : '';
    return html`<p><label><input type="radio" name="email" value="${email}" ${checked} /> ${email}</label></p>`;
  });
  const aim = organization ? `to ${organization.organization_name}` : 'to find your organizations';
  const other = hint && !emails.includes(hint) ? hint : '';
  return page(
    `Sign in with ${title}`,
    html`<p>This stands in for ${title}. Whom does it recognize? You then go on ${aim}, at ${new URL(redirect).origin}.</p>
      <form method="post">
        ${choices}
        <p><label>Somebody else <input type="email" name="other" value="${other}" /></label></p>
        <button name="decision" value="approve">Approve</button>
        <button name="decision" value="deny">Deny</button>
      </form>`,
  );
}

function membersOf(world: World, organization_id: string): string[] {
  return world.directory.membersIn(organization_id).map((member) => member.email_address);
}

function inbox({ outbox }: World): Content {
  const letters = outbox.toReversed().map(letterShown);
  return page('Inbox', letters.length > 0 ? html`<ul>${letters}</ul>` : html`<p>Nothing was sent yet.</p>`);
}

function letterShown({ to, kind, code, url }: Letter): Content {
  const link = url ? html`<a href="${url}">Open the link</a>` : '';
  const digits = code ? html`<code>${code}</code>` : '';
  return html`<li>${kind} to ${to}: ${digits}${link}</li>`;
}

function overview({ publicToken, projectId }: World): Content {
  return page(
    'Stytch emulator',
    html`<p>Public token <code>${publicToken}</code>, project <code>${projectId}</code>.</p>
      <p><a href="/emulator/inbox">Inbox</a></p>`,
  );
}

function page(title: string, content: Content): Content {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          body {
            font: 1rem/1.5 system-ui, sans-serif;
            max-width: 40rem;
            margin: 2rem auto;
            padding: 0 1rem;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}
