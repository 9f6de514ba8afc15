import { html, nothing, type TemplateResult } from 'lit';
import { nameOf } from '../../controllers/names.js';
import { enrollable } from '../../flows/arrive.js';
import type { MfaMethod } from '../../flows/call.js';
import type { Member, Organization } from '../../flows/types.js';
import type { Messages } from '../../messages/messages.js';
import { signs } from './signs.js';
import { type Wish, methodsIn } from './wish.js';

/** What the list is made from. */
export interface Listed {
  readonly member: Member;
  readonly organization: Organization;
  readonly words: Messages['settings'];
  /** Whether nothing can be changed, by somebody else than the member. */
  readonly isFixed: boolean;
  /** What is under way; nothing else can be asked for meanwhile. */
  readonly running: Wish | undefined;
  /** Asked for by its button. */
  readonly want: (wish: Wish) => void;
}

interface Row {
  readonly id: MfaMethod | 'codes';
  readonly text: string;
  readonly isDefault?: boolean;
  readonly ways: readonly {
    readonly word: 'add' | 'remove' | 'makeDefault' | 'view' | 'rotate';
    readonly wish: Wish;
  }[];
}

/** The methods that the organization accepts, each with what can be done about it, and the recovery codes. */
export function methodList(listed: Listed): TemplateResult {
  const rows = enrollable(listed.organization).map((method) => methodRow(listed, method));
  const hasCodes = methodsIn(listed).includes('totp');
  return html`
    <ul part="list methods" role="list" ?hidden=${rows.length === 0}>
      ${[...rows, ...(hasCodes ? [codesRow(listed.words)] : [])].map((each) => row(listed, each))}
    </ul>
  `;
}

/** What is not as somebody might expect: nothing to set up, or nothing to remove. */
export function noteOf({ member, organization, words }: Listed): string | undefined {
  const all = enrollable(organization);
  if (all.length === 0) return words.nothing;
  if (!isBound({ member, organization })) return undefined;
  return all.length > 1 ? `${words.last(nameOf(organization))} ${words.addFirst}` : words.last(nameOf(organization));
}

/** Where to go on after a wish: its button, what is in its row now, the heading. */
export function placesOf(wish: Wish): readonly string[] {
  return [`#${idOf(wish)}`, `[data-row=${rowOf(wish)}] .ways:not([hidden]) button`, 'h2'];
}

function rowOf(wish: Wish): Row['id'] {
  return 'method' in wish ? wish.method : 'codes';
}

/** The identifier of its button. */
function idOf(wish: Wish): string {
  return `${wish.type}-${rowOf(wish)}`;
}

/** Whether the only method has to stay. */
function isBound({ member, organization }: Pick<Listed, 'member' | 'organization'>): boolean {
  return organization.mfa_policy === 'REQUIRED_FOR_ALL' && methodsIn({ member, organization }).length === 1;
}

function methodRow(listed: Listed, method: MfaMethod): Row {
  const { member, words } = listed;
  const had = methodsIn(listed);
  const ending = /\d{1,4}$/.exec(member.mfa_phone_number)?.[0];
  const text = { totp: words.totpText, sms_otp: words.smsText }[method];
  if (!had.includes(method)) return { id: method, text, ways: [{ word: 'add', wish: { type: 'enroll', method } }] };
  const isDefault = member.default_mfa_method === method || had.length === 1;
  const first = { word: 'makeDefault', wish: { type: 'set-default', method } } as const;
  const remove = { word: 'remove', wish: { type: 'remove-factor', method } } as const;
  return {
    id: method,
    text: method === 'sms_otp' && ending ? words.smsEnding(ending) : text,
    isDefault,
    ways: [...(isDefault ? [] : [first]), ...(isBound(listed) ? [] : [remove])],
  };
}

function codesRow({ codesText }: Messages['settings']): Row {
  const view = { word: 'view', wish: { type: 'show-codes' } } as const;
  const rotate = { word: 'rotate', wish: { type: 'rotate-codes' } } as const;
  return { id: 'codes', text: codesText, ways: [view, rotate] };
}

function row(listed: Listed, { id, text, isDefault, ways }: Row): TemplateResult {
  const { words, isFixed } = listed;
  return html`
    <li part="item method" data-row=${id}>
      ${signs[id]}
      <div class="what">
        <span class="name">
          <span id=${`name-${id}`} part="name">${words[id]}</span>
          ${isDefault ? html`<span part="badge">${words.default}</span>` : nothing}
        </span>
        <span part="detail">${text}</span>
      </div>
      <div class="ways" ?hidden=${isFixed || ways.length === 0}>${ways.map((each) => way(listed, each))}</div>
    </li>
  `;
}

/** A button is named by what it does and by its row. */
function way({ words, running, want }: Listed, { word, wish }: Row['ways'][number]): TemplateResult {
  const id = idOf(wish);
  return html`
    <button
      id=${id}
      class="button"
      part="button"
      type="button"
      aria-labelledby=${`${id} name-${rowOf(wish)}`}
      aria-busy=${running !== undefined && idOf(running) === id}
      aria-disabled=${running !== undefined}
      @click=${() => running ?? want(wish)}
    >
      ${words[word]}
    </button>
  `;
}
