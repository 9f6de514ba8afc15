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
    build() {
      for (let index = 1; index <= COUNT; index += 1) add(directory, created_at, index);
    },
  };
}

function add(directory: Directory, created_at: string, index: number): void {
  const number = String(index).padStart(5, '0');
  const organization_id = PREFIX + number;
  directory.addOrganization(
    newOrganization(created_at, {
      organization_id,
      organization_name: `${nameOf(index)} ${number}`,
      organization_slug: `organization-${number}`,
    }),
  );
  directory.addMember(
    newMember(created_at, {
      organization_id,
      member_id: `member-test-many-${number}`,
      email_address: 'many@example.com',
      email_address_verified: true,
      name: 'Manuela Many',
      status: 'active',
      member_password_id: 'member-password-test-many',
    }),
  );
}

/** Every hundredth name has diacritics, so that filters can show that they fold them. */
function nameOf(index: number): string {
  return index % 100 === 0 ? (ACCENTED[(index / 100) % ACCENTED.length] ?? 'Organization') : 'Organization';
}
