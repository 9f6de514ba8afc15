import type { DiscoveredOrganization } from '../flows/types.js';
import { nameOf, plain } from './names.js';

/** What an organization will ask for, or what going there means; a word of `messages.switcher`. */
export type Need = 'requiresVerification' | 'requiresSso' | 'requiresAuthentication' | 'invited' | 'join';

/** An organization as a list shows and finds it. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly need: Need | null;
  /** False for those that a person is invited to, or may join. */
  readonly mine: boolean;
  /** What it is found by: the name, then slug and identifier, each folded. */
  readonly folded: string;
  readonly entry: DiscoveredOrganization;
}

const made = new WeakMap<readonly DiscoveredOrganization[], readonly Choice[]>();

/** The choices of a list: a person's own organizations first. Made once per list, for all elements that show it. */
export function choicesOf(list: readonly DiscoveredOrganization[]): readonly Choice[] {
  const known = made.get(list);
  if (known) return known;
  const all = list.map(choiceOf);
  const invited = all.filter(({ mine, entry }) => !mine && entry.membership.type === 'invited_member');
  const open = all.filter(({ mine, entry }) => !mine && entry.membership.type !== 'invited_member');
  const choices = [...all.filter(({ mine }) => mine), ...invited, ...open];
  made.set(list, choices);
  return choices;
}

/** The choices that a typed text means, best first: names that begin with it, words, parts, then slugs and ids. */
export function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const text = fold(plain(typed));
  if (!text) return choices;
  const ranks: [Choice[], Choice[], Choice[], Choice[]] = [[], [], [], []];
  for (const choice of choices) ranks[rankOf(choice, text)]?.push(choice);
  return ranks[0].concat(ranks[1], ranks[2], ranks[3]);
}

/** Lower case without diacritics, so that what is typed on any keyboard is found. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return /^[\0-\x7f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

function choiceOf(entry: DiscoveredOrganization): Choice {
  const { organization, membership } = entry;
  const { organization_id: id, organization_slug } = organization;
  const name = nameOf(organization);
  const mine = membership.type === 'active_member';
  const folded = fold(`${name}\n${organization_slug}\n${id}`);
  return { id, name, mine, need: needOf(entry), folded, entry };
}

/** A first factor comes before a second one, and both before the question of membership. */
function needOf({ primary_required, mfa_required, membership }: DiscoveredOrganization): Need | null {
  if (primary_required)
    return primary_required.allowed_auth_methods.join() === 'sso' ? 'requiresSso' : 'requiresAuthentication';
  if (mfa_required) return 'requiresVerification';
  if (membership.type === 'invited_member') return 'invited';
  return membership.type === 'active_member' ? null : 'join';
}

function rankOf({ folded }: Choice, text: string): number {
  const at = folded.indexOf(text);
  if (at <= 0) return at;
  if (folded[at - 1] === ' ') return 1;
  const end = folded.indexOf('\n');
  if (at > end) return 3;
  return folded.lastIndexOf(` ${text}`, end) > 0 ? 1 : 2;
}
