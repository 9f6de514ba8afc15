import type { Directory, Latent } from './directory.js';
import { newMember, newOrganization } from './shapes.js';

const ACCENTED = ['Órganisation', 'Organização', 'Örganization', 'Organizácia', 'Ωrganization'];

/** Somebody with `count` organizations: `Organization 001` and so on, as many digits as the last one has. */
interface Person {
  readonly email_address: string;
  readonly name: string;
  readonly count: number;
}

const PEOPLE: Readonly<Record<'several' | 'many', Person>> = {
  several: { email_address: 'several@example.com', name: 'Severin Several', count: 300 },
  many: { email_address: 'many@example.com', name: 'Manuela Many', count: 10_000 },
};

/** The organizations of `several@example.com` or `many@example.com`, built when first asked for. */
export function latent(key: keyof typeof PEOPLE, directory: Directory, created_at: string): Latent {
  const { email_address, count } = PEOPLE[key];
  const digits = `\\d{${String(count).length}}`;
  const own = new RegExp(`^(${prefix(key)}${digits}|organization-${digits}|\\p{L}+ ${digits})$`, 'u');
  return { email_address, owns: (name) => own.test(name), build: () => build(key, directory, created_at) };
}

const prefix = (key: string) => `organization-test-${key}-`;

/** Copies one organization and one member many times, because spelling each out would take too long. */
function build(key: keyof typeof PEOPLE, directory: Directory, created_at: string): void {
  const { email_address, name, count } = PEOPLE[key];
  const organization = newOrganization(created_at, {});
  const member = newMember(created_at, {
    ...{ email_address, name, email_address_verified: true, status: 'active' },
    member_password_id: `member-password-test-${key}`,
  });
  for (let index = 1; index <= count; index += 1) {
    const number = String(index).padStart(String(count).length, '0');
    const organization_id = prefix(key) + number;
    const organization_name = `${nameOf(index)} ${number}`;
    const organization_slug = `organization-${number}`;
    directory.addOrganization({ ...organization, organization_id, organization_name, organization_slug });
    directory.addMember({ ...member, organization_id, member_id: `member-test-${key}-${number}` });
  }
}

/** Every hundredth name has diacritics, so that filters can show that they fold them. */
function nameOf(index: number): string {
  return index % 100 === 0 ? (ACCENTED[(index / 100) % ACCENTED.length] ?? 'Organization') : 'Organization';
}
