import { person, totp } from '../pages/site.js';
import { expect } from './example.js';
import { ask, expressWith, logIn } from './express.js';

expressWith({ HANDOVER: 'tokens' })(
  'in the second way the page asks for its tokens, once',
  async ({ example, page, context }) => {
    const asked: number[] = [];
    page.on('response', (each) => void (new URL(each.url()).pathname === '/session' && asked.push(each.status())));
    await logIn(page, example);
    expect(asked).toContain(200);
    const names = (await context.cookies()).map(({ name }) => name);
    expect(names).toContain('stytch_session');
    expect(names).not.toContain('handover'); // once is enough
    await person(page).presses('Log out here');
    await expect(page.getByRole('button', { name: 'Send me a link' })).toBeVisible();
    expect((await ask(page, 'GET', '/api/session')).status).toBe(401);
  },
);

expressWith({ HTTP_ONLY: '1' }, true)(
  'with HttpOnly cookies the page knows who is signed in, and can read no token',
  async ({ example, page, context }) => {
    await logIn(page, example);
    const cookies = async () => (await context.cookies()).filter(({ name }) => /^stytch_session/.test(name));
    expect((await cookies()).map(({ name, httpOnly }) => [name, httpOnly]).sort()).toEqual([
      ['stytch_session', true],
      ['stytch_session_jwt', true],
    ]);
    expect(await page.evaluate('document.cookie')).not.toContain('stytch_session');
    await person(page).switchesTo('Globex');
    await person(page).presses('Continue');
    await person(page).enters(totp());
    await person(page).sees('· Globex');
    expect((await ask(page, 'GET', '/api/session')).answer).toMatchObject({ organization: 'globex' });
    await person(page).presses('Log out here');
    await expect(page.getByRole('button', { name: 'Send me a link' })).toBeVisible();
    expect(await cookies()).toEqual([]);
    expect((await ask(page, 'GET', '/api/session')).status).toBe(401);
  },
);
