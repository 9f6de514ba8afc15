import type { Member, Organization } from './types.js';

/** Organizations and members that are only built when somebody asks for them. */
export interface Latent {
  email_address: string;
  /** Whether an organization's id, slug or name belongs to the part not yet built. */
  owns(key: string): boolean;
  build(): void;
}

/** Who belongs where: all organizations of a project and their members. */
export class Directory {
  readonly #organizations = new Map<string, Organization>();
  readonly #byEmail = new Map<string, Member[]>();
  readonly #byOrganization = new Map<string, Member[]>();
  #latent: Latent[] = [];

  addOrganization(organization: Organization): Organization {
    this.#organizations.set(organization.organization_id, organization);
    return organization;
  }

  addMember(member: Member): Member {
    append(this.#byEmail, normalized(member.email_address), member);
    append(this.#byOrganization, member.organization_id, member);
    return member;
  }

  addLatent(latent: Latent): void {
    this.#latent.push(latent);
  }

  removeOrganization({ organization_id }: Organization): void {
    for (const member of this.membersIn(organization_id)) this.removeMember(member);
    this.#organizations.delete(organization_id);
  }

  removeMember(member: Member): void {
    member.status = 'deleted';
    withdraw(this.#byEmail.get(normalized(member.email_address)), member);
    withdraw(this.#byOrganization.get(member.organization_id), member);
  }

  /** Gives a member another address, keeping the old one as retired. */
  changeEmail(member: Member, email_address: string): void {
    withdraw(this.#byEmail.get(normalized(member.email_address)), member);
    const email_id = `member-email-test-${member.email_address}`;
    member.retired_email_addresses = [
      ...member.retired_email_addresses,
      { email_id, email_address: member.email_address },
    ];
    member.email_address = email_address;
    append(this.#byEmail, normalized(email_address), member);
  }

  /** All organizations that exist so far. */
  organizations(): Organization[] {
    return [...this.#organizations.values()];
  }

  /** The organization with this id or slug. */
  organization(key: string): Organization | undefined {
    this.#awaken((latent) => latent.owns(key));
    return this.#organizations.get(key) ?? this.organizations().find((each) => each.organization_slug === key);
  }

  /** The organization with this name, slug or id. */
  organizationNamed(name: string): Organization | undefined {
    return this.organization(name) ?? this.organizations().find((each) => each.organization_name === name);
  }

  /** Every membership of an address, in the order in which they came about. */
  membersOf(email_address: string): Member[] {
    this.#awaken((latent) => latent.email_address === normalized(email_address));
    return [...(this.#byEmail.get(normalized(email_address)) ?? [])];
  }

  membersIn(organization_id: string): Member[] {
    return [...(this.#byOrganization.get(organization_id) ?? [])];
  }

  member(organization_id: string, member_id: string): Member | undefined {
    return this.#byOrganization.get(organization_id)?.find((each) => each.member_id === member_id);
  }

  memberByEmail(organization_id: string, email_address: string): Member | undefined {
    return this.membersOf(email_address).find((each) => each.organization_id === organization_id);
  }

  /** Every address that belongs to somebody. */
  emails(): string[] {
    const latent = this.#latent.map((each) => each.email_address);
    return [...new Set([...this.#byEmail.keys(), ...latent])];
  }

  #awaken(asked: (latent: Latent) => boolean): void {
    const woken = this.#latent.filter(asked);
    if (woken.length === 0) return;
    this.#latent = this.#latent.filter((latent) => !woken.includes(latent));
    for (const latent of woken) latent.build();
  }
}

/** An address in the form in which addresses are compared. */
export function normalized(email_address: string): string {
  return email_address.trim().toLowerCase();
}

/** The part of an address behind the @. */
export function domainOf(email_address: string): string {
  return normalized(email_address).split('@')[1] ?? '';
}

function append<T>(index: Map<string, T[]>, key: string, value: T): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}

function withdraw<T>(values: T[] | undefined, value: T): void {
  const at = values?.indexOf(value) ?? -1;
  if (at >= 0) values?.splice(at, 1);
}
