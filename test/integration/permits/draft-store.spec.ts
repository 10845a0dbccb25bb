import { DraftContents } from '../../../src/modules/permits/draft/draft-content';
import { DraftStore } from '../../../src/modules/permits/draft/draft.store';
import type { CreatePermitRequest } from '../../../src/modules/permits/draft/draft.dto';
import { PermitStore } from '../../../src/modules/permits/permit.store';
import { systemScope } from '../../../src/platform/database/scope';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { must, PermitWorld, PLACE, T0 } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
  for (const id of ['WB', 'WA']) await world.welder(id);
});
afterAll(() => world?.close());

let drafts = 0;

/** The insert's own answer, and what a second statement then reads. */
async function insertedAndRead(change: Partial<CreatePermitRequest>, extendsId: string | null) {
  const id = `D${(drafts += 1)}`;
  return world.get(UnitOfWork).run(systemScope('test'), async (tx) => {
    const content = must(await world.get(DraftContents).read(tx, world.caller('manager'), world.request(change), T0));
    const draft = { ...content, id, code: `CODE${id}`, applicantId: 'manager', extendsId };
    const inserted = await world.get(DraftStore).insert(tx, draft, T0);
    return { inserted, read: await world.get(PermitStore).find(tx, id, T0) };
  });
}

describe('an insert answers what is then read', () => {
  it.each<[string, Partial<CreatePermitRequest>]>([
    ['the usual', {}],
    ['two welders, in whatever order they were named', { welderIds: ['WB', 'WA'] }],
    ['a kind of place, in the open', { place: { ...PLACE, name: '演示广场', kinds: ['crowded'], openAir: true } }],
    ['without machines and watcher', { machineIds: [], fireWatchId: undefined }],
  ])('%s', async (_, change) => {
    const { inserted, read } = await insertedAndRead(change, null);
    expect(read).not.toBeNull();
    expect(inserted).toEqual(read);
    expect(inserted.number).toMatch(/^DH-\d{6}-\d{8}-\d{4,}$/);
  });

  it('an extension that can take over, and one that cannot', async () => {
    const active = await insertedAndRead({}, await world.upTo('active'));
    expect(active.inserted.takesOver).toBe(true);
    expect(active.inserted).toEqual(active.read);
    const other = await insertedAndRead({}, (await world.create()).id);
    expect(other.inserted.takesOver).toBe(false);
    expect(other.inserted).toEqual(other.read);
  });
});
