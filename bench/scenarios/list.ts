import { newMember, newOrganization } from '../../emulator/shapes.js';
import { pages } from '../pages.js';
import { inTurn, type Scenario } from '../scenario.js';
import { act, pastOf, type Stage, verified } from '../stage.js';
import { undisturbed } from '../verdict.js';

const people = { many: 'many@example.com', few: 'few@example.com' };
const names = ['many', 'few'] as const;

/** The switcher of somebody with 10,000 organizations, beside that of somebody with ten. */
export const list: Scenario = {
  name: 'list',
  rows: [
    { title: 'Open 10,000 organizations ÷ ten', unit: 'ms', ours: 'many.open', reference: 'few.open', limit: 2 },
    { title: 'One key in the filter, 10,000 ÷ ten', unit: 'ms', ours: 'many.key', reference: 'few.key', limit: 2 },
  ],
  prepare: async (stage) => {
    addTen(stage);
    const opened = {
      many: await open(stage, people.many, 'Organization 00001'),
      few: await open(stage, people.few, 'Few 00001'),
    };
    return (round) =>
      inTurn(names, round, async (name) => {
        const { open, key } = await act(opened[name], 'list', '0000', 8);
        return { open: undisturbed(open), key: undisturbed(key) };
      });
  },
};

async function open(stage: Stage, email: string, organization: string) {
  const page = await stage.visit(await pastOf(stage, email, organization));
  await page.goto(stage.site.put('list', { ...pages.provider, fineClock: true }));
  await verified(page);
  await act(page, 'list', '0', 3);
  return page;
}

/** Of these, as of the ten thousand, each further zero that is typed leaves fewer. */
const numbers = ['00001', '00012', '00123', '01234', '02345', '10000', '20020', '30300', '40004', '55001'];

/** Somebody with ten organizations, called much as those of the other one. */
function addTen({ emulator: { world } }: Stage): void {
  const created = new Date().toISOString();
  for (const number of numbers) {
    const organization_id = `organization-test-few-${number}`;
    const names = { organization_name: `Few ${number}`, organization_slug: `few-${number}` };
    const person = {
      email_address: people.few,
      email_address_verified: true,
      name: 'Fay Few',
      status: 'active',
    } as const;
    world.directory.addOrganization(newOrganization(created, { organization_id, ...names }));
    world.directory.addMember(
      newMember(created, { organization_id, member_id: `member-test-few-${number}`, ...person }),
    );
  }
}
