import { HOUR, MINUTE } from '../../../src/kernel/time';
import { Signboard } from '../../../src/modules/permit-views/signboard/signboard';
import type { SignboardView } from '../../../src/modules/permit-views/signboard/signboard.dto';
import { familyNameOnly } from '../../../src/domain/registry/family-name';
import { chemicalPermit } from './paper-samples';
import { NOW, ViewWorld, type PermitChange } from './view-world';

let world: ViewWorld;
beforeAll(async () => {
  world = await ViewWorld.open();
});
afterAll(() => world.close());
beforeEach(() => world.clearPermits());

const board = (id: string, language: 'zh-CN' | 'en' = 'zh-CN', at = NOW): Promise<SignboardView | null> =>
  world.run((tx) => world.get(Signboard).of(tx, id, language, at));

describe('the signboard of a permit', () => {
  it('tells who signed, what is allowed, until when, who watches', async () => {
    const shown = await board(await chemicalPermit(world));
    expect(shown).toMatchObject({
      regimeName: '危险化学品企业动火作业',
      levelName: '一级动火',
      state: 'active',
      stateName: '作业中',
      colour: 'green',
      mayWork: true,
      unit: '建安一厂',
      contractor: '建安二厂',
      content: '更换循环水管线法兰，切割旧管后对接焊接，共 3 道焊口',
      machines: null,
      welders: 2,
      countdownTo: new Date(NOW + 6 * HOUR).toISOString(),
      watcher: { name: '孙**', presentSince: new Date(NOW - 40 * MINUTE).toISOString() },
      gas: { required: true, passed: true, sampledAt: new Date(NOW - 35 * MINUTE).toISOString() },
    });
    expect(shown!.signatures.map(({ title, name }) => [title, name])).toEqual([
      ['所在基层单位负责人', '欧阳**'],
      ['安全管理部门', '钱**'],
    ]);
    expect(shown!.measures.confirmed).toBe(shown!.measures.total - 1);
  });

  it('holds nobody’s full name, number or phone', async () => {
    const text = JSON.stringify(await board(await chemicalPermit(world)));
    expect(text).not.toMatch(/张三丰|李四|钱安全|孙监护|赵经理|\*{10}|138/);
  });

  it('speaks English', async () => {
    expect(await board(await chemicalPermit(world), 'en')).toMatchObject({
      stateName: 'Work under way',
      levelName: 'First class',
      signatures: [{ title: 'Head of the operating unit' }, { title: 'Safety department' }],
    });
  });

  it('an unknown permit has none', async () => {
    expect(await board('NONE')).toBeNull();
  });

  it.each([
    ['active', {}, 'green'],
    ['active, but before its time', { state: 'active', planned_start: NOW + 1 }, 'amber'],
    ['active, past its end', { state: 'active', planned_start: NOW - HOUR, planned_end: NOW }, 'red'],
    ['issued, not started', { state: 'issued' }, 'amber'],
    [
      'a small job issued and in time',
      { state: 'issued', regime: 'small', level: 'one', proposed_level: 'one' },
      'green',
    ],
    ['suspended', { state: 'suspended' }, 'red'],
    ['cancelled', { state: 'cancelled' }, 'red'],
    ['fire watch', { state: 'fire_watch' }, 'amber'],
    ['draft', { state: 'draft' }, 'grey'],
    ['closed', { state: 'closed' }, 'grey'],
  ] as [string, PermitChange, string][])('%s', async (_, change, colour) => {
    const shown = await board(await world.permit({ state: 'active', ...change }));
    expect([shown!.colour, shown!.mayWork]).toEqual([colour, colour === 'green']);
  });

  it.each([
    ['张三丰', '张**'],
    ['李四', '李*'],
    ['欧阳修', '欧阳*'],
    ['欧阳', '欧*'],
    ['𠮷田', '𠮷*'],
    ['Anna Lee', 'A*******'],
    ['', ''],
  ])('%s is shown as %s', (name, shown) => {
    expect(familyNameOnly(name)).toBe(shown);
  });
});
