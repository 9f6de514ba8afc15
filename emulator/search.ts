import type { Call } from './call.js';
import { optionalNumber } from './call.js';
import { domainOf, normalized } from './directory.js';
import type { Member, Organization } from './types.js';

interface Operand {
  filter_name: string;
  filter_value: unknown;
}

type Filters<T> = Record<string, (item: T, value: unknown) => boolean>;

const MEMBER_FILTERS: Filters<Member> = {
  member_ids: (member, value) => listed(value, member.member_id),
  member_emails: (member, value) => listed(value, normalized(member.email_address)),
  member_email_fuzzy: (member, value) => contains(member.email_address, value),
  member_mfa_phone_numbers: (member, value) => listed(value, member.mfa_phone_number),
  member_mfa_phone_number_fuzzy: (member, value) => contains(member.mfa_phone_number, value),
  member_password_exists: (member, value) => (member.member_password_id !== '') === value,
  member_is_breakglass: (member, value) => member.is_breakglass === value,
  member_roles: (member, value) => member.roles.some((role) => listed(value, role.role_id)),
  statuses: (member, value) => listed(value, member.status),
};

const ORGANIZATION_FILTERS: Filters<Organization> = {
  organization_ids: (organization, value) => listed(value, organization.organization_id),
  organization_slugs: (organization, value) => listed(value, organization.organization_slug),
  organization_slug_fuzzy: (organization, value) => contains(organization.organization_slug, value),
  organization_name_fuzzy: (organization, value) => contains(organization.organization_name, value),
  allowed_domains: ({ email_allowed_domains }, value) => email_allowed_domains.some((domain) => listed(value, domain)),
  allowed_domain_fuzzy: ({ email_allowed_domains }, value) =>
    email_allowed_domains.some((each) => contains(each, value)),
  has_active_sso_connection: (organization, value) => organization.sso_active_connections.length > 0 === value,
};

/** The members that match the query of a call, a page of them. */
export function searchMembers(call: Call, members: readonly Member[]) {
  const { items, results_metadata } = searched(call, members, MEMBER_FILTERS);
  return { members: items, results_metadata };
}

/** The organizations that match the query of a call, a page of them. */
export function searchOrganizations(call: Call, organizations: readonly Organization[]) {
  const byMember: Filters<Organization> = {
    member_emails: ({ organization_id }, value) =>
      (value as string[]).some((email) => call.world.directory.memberByEmail(organization_id, email)),
    email_domains: ({ organization_id }, value) =>
      call.world.directory
        .membersIn(organization_id)
        .some(({ email_address }) => listed(value, domainOf(email_address))),
  };
  const { items, results_metadata } = searched(call, organizations, { ...ORGANIZATION_FILTERS, ...byMember });
  return { organizations: items, results_metadata };
}

function searched<T>(call: Call, all: readonly T[], filters: Filters<T>) {
  const { operator = 'AND', operands = [] } = (call.body.query ?? {}) as { operator?: string; operands?: Operand[] };
  const holds =
    (item: T) =>
    ({ filter_name, filter_value }: Operand) =>
      filters[filter_name]?.(item, filter_value) ?? false;
  const matches = (item: T) => (operator === 'OR' ? operands.some(holds(item)) : operands.every(holds(item)));
  const matching = operands.length === 0 ? [...all] : all.filter(matches);
  const from = Number(call.body.cursor ?? 0) || 0;
  const to = from + Math.min(optionalNumber(call, 'limit') ?? 100, 1000);
  const next_cursor = to < matching.length ? String(to) : null;
  return { items: matching.slice(from, to), results_metadata: { total: matching.length, next_cursor } };
}

function listed(value: unknown, text: string): boolean {
  return Array.isArray(value) && value.some((each) => each === text);
}

function contains(text: string, value: unknown): boolean {
  return text.toLowerCase().includes(String(value).toLowerCase());
}
