import { type LinkPurpose, issueLink, landingUrl } from '../emulator/links.js';
import type { Stage } from './stage.js';

/** What a link or a redirect is for, and whom it is about; without an organization, for a discovery. */
export interface Brought {
  readonly purpose: LinkPurpose;
  readonly email?: string;
  readonly organization?: string;
  /** Parameters of the landing page. */
  readonly parameters?: Record<string, string>;
}

/** The address of this page with what a link or a redirect brings, as if somebody had come by it. */
export function linkTo({ world, id }: Stage, { purpose, organization, ...brought }: Brought): string {
  const { email: email_address = 'ada@example.com', parameters } = brought;
  const organization_id = organization ? id(organization) : '';
  const { directory } = world.world;
  const member_id = directory.memberByEmail(organization_id, email_address)?.member_id;
  const [connection] = directory.organization(organization_id)?.sso_active_connections ?? [];
  const connection_id = connection?.connection_id;
  const who = { purpose, email_address, organization_id, member_id, connection_id, provider: 'google' };
  return landingUrl(location.href, purpose, issueLink(world.world, who), parameters);
}
