import type { Directory, Latent } from './directory.js';
import { newMember, newOrganization } from './shapes.js';

const COUNT = 10_000;
const PREFIX = 'organization-test-many-';
const ACCENTED = ['Órganisation', 'Organização', 'Örganization', 'Organizácia', 'Ωrganization'];

/** The ten thousand organizations of `many@example.com`, built when first asked for. */
export function many(directory: Directory, created_at: string): Latent {
  return {
    email_address: 'many@example.com',
    owns: (key) => key.startsWith(PREFIX) || /^organization-\d{5}$/.test(key) || /^\p{L}+ \d{5}$/u.test(key),
    build: () => build(directory, created_at),
  };
}

/** Copies one organization and one member ten thousand times, because spelling each out would take too long. */
function build(directory: Directory, created_at: string): void {
  const organization = newOrganization(created_at, {});
  const member = newMember(created_at, {
    email_address: 'many@example.com',
    email_address_verified: true,
    name: 'Manuela Many',
    status: 'active',
    member_password_id: 'member-password-test-many',
  });
  for (let index = 1; index <= COUNT; index += 1) {
    const number = String(index).padStart(5, '0');
    const organization_id = PREFIX + number;
    const organization_name = `${nameOf(index)} ${number}`;
    const organization_slug = `organization-${number}`;
    directory.addOrganization({ ...organization, organization_id, organization_name, organization_slug });
    directory.addMember({ ...member, organization_id, member_id: `member-test-many-${number}` });
  }
}

/** Every hundredth name has diacritics, so that filters can show that they fold them. */
function nameOf(index: number): string {
  return index % 100 === 0 ? (ACCENTED[(index / 100) % ACCENTED.length] ?? 'Organization') : 'Organization';
}
