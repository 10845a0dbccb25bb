import type { PermitState } from '../../../src/domain/permits/permit';
import { permitDocument } from '../../../src/modules/permit-views/paper/permit-document';
import { PermitPapers } from '../../../src/modules/permit-views/paper/permit-paper.view';
import { personOf } from '../../../src/modules/permits/people/permit-people';
import { PermitViewing } from '../../../src/modules/permit-views/permit-viewing';
import { NOW, ViewWorld } from './view-world';

let world: ViewWorld;
beforeAll(async () => {
  world = await ViewWorld.open();
});
afterAll(() => world.close());
beforeEach(() => world.clearPermits());

const NAMES = ['张三丰', '孙监护', '钱安全'];

/** E2 names a welder, a watcher and a work leader of E1 by their ids. */
const naming = (state: PermitState): Promise<string> =>
  world.permit({ state, enterprise_id: 'E2', applicant_id: 'M2', fire_watch_id: 'F1', work_leader_id: 'S1' }, ['W1']);

/** All that whoever asks is answered about the permit. */
async function answers(userId: string, id: string): Promise<string> {
  const paths = [
    '/permits?limit=100',
    '/permits?mine=true',
    '/permits/board',
    '/permits/calendar?from=2026-11-20&to=2026-11-30',
    '/permits/map',
  ];
  const bodies = await Promise.all(paths.map(async (path) => (await world.as(userId).get(path)).body as unknown));
  const reader = personOf(await world.caller(userId));
  const paper = await world.run((tx) => world.get(PermitPapers).load(tx, id, NOW, reader));
  const printed = permitDocument(paper!, { address: 'https://weld.example.cn/c/CODE', at: NOW, beside: null });
  const viewed = await world.run((tx) => world.get(PermitViewing).of(tx, id, 'zh-CN', NOW, reader));
  return JSON.stringify([...bodies, printed, viewed?.view]);
}

describe('S17 whoever names people by ids', () => {
  it.each(['draft', 'submitted', 'issued', 'active'] as const)(
    'reads no full name of another enterprise’s people: %s',
    async (state) => {
      const text = await answers('M2', await naming(state));
      for (const name of NAMES) expect(text.includes(name)).toBe(false);
      expect(text.includes('张**')).toBe(true);
      expect(text.includes('孙**')).toBe(true);
    },
  );

  it('their own people and officials read them', async () => {
    const id = await naming('submitted');
    expect((await answers('U1', id)).includes('张三丰')).toBe(true);
    expect((await answers('U1', id)).includes('孙监护')).toBe(true);
    const self = await answers('V1', id);
    expect(self.includes('张三丰')).toBe(true);
    expect(self.includes('孙监护')).toBe(false);
    const own = await world.permit({ fire_watch_id: 'F1' }, ['W1']);
    expect((await answers('M1', own)).includes('张三丰')).toBe(true);
  });

  it('a contractor who asks names its own people to the site', async () => {
    const id = await world.permit(
      { enterprise_id: 'E2', contractor_id: 'E1', applicant_id: 'M1', fire_watch_id: 'F1' },
      ['W1'],
    );
    const text = await answers('M2', id);
    expect(text.includes('张三丰')).toBe(true);
    expect(text.includes('孙监护')).toBe(true);
  });

  it('a watcher who came is named to all who see the permit', async () => {
    const id = await naming('active');
    await world.sql(
      `insert into permit_watch_records (id, permit_id, kind, user_id, at) values ('R1', $1, 'on', 'F1', now())`,
      [id],
    );
    expect((await answers('M2', id)).includes('孙监护')).toBe(true);
  });
});
