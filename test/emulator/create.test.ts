import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import stytch from 'stytch';
import { startEmulator, type WorldOptions } from '../../emulator/index.js';
import { sentCode, signedOut, type Answer, type Page } from './support.js';

/** A page whose visitor has proved an address, and is not in any organization yet. */
async function discovered(email_address = 'new@example.com', options?: WorldOptions): Promise<Page> {
  const page = signedOut(options);
  await page.call('/b2b/otps/email/discovery/send', { email_address });
  await page.call('/b2b/otps/email/discovery/authenticate', { email_address, code: sentCode(page.emulator) });
  return page;
}

function create(page: Page, body: object = {}): Promise<Answer> {
  return page.call('/b2b/discovery/organizations/create', { session_duration_minutes: 60, ...body, ...page.ist() });
}

describe('a new organization', () => {
  it('has its creator as administrator, signed in', async () => {
    const page = await discovered();
    const names = { organization_name: 'Cyberdyne', organization_slug: 'Cyber.dyne_2~x-y' };
    const { organization, member, member_authenticated } = await create(page, names);
    assert.deepEqual([organization.organization_name, organization.organization_slug], Object.values(names));
    assert.deepEqual([member_authenticated, member.is_admin, member.status], [true, true, 'active']);
    assert.equal(page.intermediate_session_token, '');
  });

  it('takes a name and a slug from the address when it is given none', async () => {
    const named = async (email: string, body: object = {}) => {
      const { organization } = await create(await discovered(email), body);
      return [organization.organization_name, organization.organization_slug];
    };
    assert.deepEqual(await named('new@example.com'), ['Example', 'example']);
    assert.deepEqual(await named('new@example.com', { organization_name: 'Cyberdyne' }), ['Cyberdyne', 'example']);
    assert.deepEqual(await named('jörg.k@gmail.com'), ['Jörg.k', 'jorg-k']);
    assert.deepEqual(await named('student@mit.edu'), ['Student', 'student']);
    assert.deepEqual(await named('x@acme.test'), ['Acme', 'acme-2']);
    assert.deepEqual(await named('x@x.test'), ['X', 'organization']);
  });

  for (const slug of ['', 'x', 'two words', 'übung', 'a/b', 'x'.repeat(129)]) {
    it(`is refused the slug “${slug.slice(0, 12)}”, and the visitor may try another`, async () => {
      const page = await discovered();
      const refused = await create(page, { organization_slug: slug });
      assert.deepEqual([refused.status, refused.error_type], [400, 'invalid_organization_slug']);
      assert.equal((await create(page, { organization_slug: 'x'.repeat(128) })).status, 200);
    });
  }

  it('is refused a slug that is taken, and a name that is none', async () => {
    const page = await discovered();
    const taken = await create(page, { organization_slug: 'acme' });
    assert.deepEqual([taken.status, taken.error_type], [400, 'organization_slug_already_used']);
    for (const organization_name of ['', ' ', 'x'.repeat(129)]) {
      assert.equal((await create(page, { organization_name })).error_type, 'invalid_organization_name');
    }
  });
});

describe('a project without self-service', () => {
  it('lets no page create organizations, and says so beforehand', async () => {
    const page = await discovered('new@example.com', { createOrganization: false });
    const refused = await create(page);
    assert.deepEqual([refused.status, refused.error_type], [401, 'endpoint_not_authorized_for_sdk']);
    const project = await page.call(`/projects/bootstrap/${page.emulator.publicToken}`);
    assert.equal(project.create_organization_enabled, false);
    page.emulator.reset();
    assert.equal((await create(page)).error_type, 'endpoint_not_authorized_for_sdk');
  });

  it('leaves it to back ends', async () => {
    const served = await startEmulator({ createOrganization: false });
    const { projectId: project_id, secret, url } = served;
    const client = new stytch.B2BClient({ project_id, secret, env: `${url}/` });
    const email_address = 'new@example.com';
    await client.otps.email.discovery.send({ email_address });
    const code = served.outbox().at(-1)?.code ?? '';
    const { intermediate_session_token } = await client.otps.email.discovery.authenticate({ email_address, code });
    const { organization } = await client.discovery.organizations.create({ intermediate_session_token });
    assert.equal(organization?.organization_slug, 'example');
    const byBackEnd = await client.organizations.create({ organization_name: 'Öl & Co' });
    assert.equal(byBackEnd.organization.organization_slug, 'ol-co');
    await served.stop();
  });
});

describe('a project', () => {
  it('says how its pages carry slugs, or that they do not', async () => {
    const pattern = async (options?: WorldOptions) => {
      const page = signedOut(options);
      const answer = await page.call(`/projects/bootstrap/${page.emulator.publicToken}`);
      return [answer.slug_pattern, answer.create_organization_enabled];
    };
    assert.deepEqual(await pattern(), [null, true]);
    assert.deepEqual(await pattern({ slugPattern: 'https://{{slug}}.x.test' }), ['https://{{slug}}.x.test', true]);
  });
});
