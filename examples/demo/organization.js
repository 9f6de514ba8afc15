// The page of one organization: its own log-in for those outside, what it is like for those inside.
import './page.js';
import { byId, make } from './dom.js';
import { provider } from './project.js';

/** @typedef {NonNullable<typeof provider.snapshot.organization>} Organization */

const slug = new URLSearchParams(location.search).get('slug') ?? 'acme';

document.querySelector('stytch-login')?.setAttribute('organization-slug', slug);
provider.addEventListener('stytch-session-change', ({ detail }) => show(detail.snapshot));
show(provider.snapshot);

/** @param {typeof provider.snapshot} snapshot */
function show({ organization, member }) {
  const isHere = organization?.organization_slug === slug;
  byId('facts').hidden = !isHere;
  if (!isHere || !member) return;
  byId('name').textContent = organization.organization_name;
  byId('about').textContent = `You are in as ${member.name || member.email_address}.`;
  byId('facts').replaceChildren(
    ...facts(organization).flatMap(([what, is]) => [make('dt', {}, what), make('dd', {}, is)]),
  );
}

/**
 * @param {Organization} organization
 * @returns {[string, string][]}
 */
function facts({ organization_slug, auth_methods, allowed_auth_methods = [], mfa_policy }) {
  return [
    ['Address', organization_slug],
    ['Ways in', auth_methods === 'RESTRICTED' ? allowed_auth_methods.join(', ') : 'all'],
    ['Second factor', mfa_policy === 'REQUIRED_FOR_ALL' ? 'for everybody' : 'for those who want it'],
  ];
}
