import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { PERMIT_STATES } from '../../../src/domain/permits/permit';
import { permitDocument } from '../../../src/modules/permit-views/paper/permit-document';
import { PermitPapers } from '../../../src/modules/permit-views/paper/permit-paper.view';
import { chemicalPermit } from './paper-samples';
import { PRINTED_AT, specialPermit } from './special-permit';
import { NOW, ViewWorld } from './view-world';

let world: ViewWorld;
beforeAll(async () => {
  world = await ViewWorld.open();
});
afterAll(() => world.close());
beforeEach(() => world.clearPermits());

const printed = async (id: string, at = PRINTED_AT): Promise<TDocumentDefinitions> => {
  const paper = await world.run((tx) => world.get(PermitPapers).load(tx, id, at, { kind: 'platform' }));
  return permitDocument(paper!, { address: 'https://weld.example.cn/c/CODE', at, beside: null });
};

/** All that stands in a cell. */
function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (Array.isArray(cell)) return cell.map(textOf).join('');
  if (typeof cell !== 'object' || cell === null) return '';
  const { text, stack } = cell as { text?: unknown; stack?: unknown };
  return textOf(text ?? stack ?? '');
}

/** Every row of every table, in the order of the page. */
function rowsOf(document: TDocumentDefinitions): string[][] {
  const rows: string[][] = [];
  JSON.stringify(document, (key, value: unknown) => {
    if (key === 'body' && Array.isArray(value)) rows.push(...value.map((row: unknown[]) => row.map(textOf)));
    return value;
  });
  return rows;
}

/** What stands right of a name. */
function valueOf(rows: readonly string[][], name: string): string | undefined {
  const row = rows.find((cells) => cells.some((cell) => cell.split('（')[0] === name));
  return row?.slice(row.findIndex((cell) => cell.split('（')[0] === name) + 1).find((cell) => cell !== '');
}

/** Form A.1 of GB 30871-2022, from top to bottom, and what stands there. */
const FORM_A1: readonly [field: string, expected: string][] = [
  ['作业申请单位', '建安一厂'],
  ['作业申请时间', '2026-12-02 05:00'],
  ['作业内容', '带压不置换焊接补强板，共 2 处'],
  ['动火地点及动火部位', '一号罐区 V-102 丙烯球罐出口管线法兰处'],
  ['动火作业级别', '特级动火'],
  ['动火方式', '焊条电弧焊'],
  ['动火人及证书编号', '张三丰'],
  ['作业单位', '建安二厂'],
  ['作业负责人', '吴班长'],
  ['取样时间', '部位'],
  ['关联的其他特殊作业及安全作业票编号', '高处作业：GC-2026-1107；受限空间作业：SX-2026-0088'],
  ['风险辨识结果', 'JHA-2026-1202'],
  ['动火作业实施时间', '自 2026-12-02 06:50 起至 2026-12-02 14:00 止'],
  ['作业方案编号', 'FA-2026-031'],
  ['作业过程影像', '全过程记录：防爆执法记录仪 2 台；保存：安全管理部门，保存至 2027-01-02 以后'],
  ['安全交底人', '吴班长  2026-12-02 06:10'],
  ['监护人', '孙监护'],
  ['接受交底人', '孙监护  2026-12-02 06:15；李四  2026-12-02 06:15'],
  ['作业负责人意见', '吴班长'],
  ['所在单位意见', '赵经理'],
  ['安全管理部门意见', '钱安全'],
  ['动火审批人意见', '欧阳总工'],
  ['动火前，岗位当班班长验票情况', '欧阳总工'],
  ['完工验收', '孙监护'],
];

describe('D19 the paper of a chemical permit is form A.1 of the standard', () => {
  it('field by field', async () => {
    const rows = rowsOf(await printed(await specialPermit(world)));
    for (const [field, expected] of FORM_A1)
      expect([field, valueOf(rows, field) ?? 'not on the paper']).toEqual([field, expect.stringContaining(expected)]);
  });

  it('in the order of the standard', async () => {
    const names = rowsOf(await printed(await specialPermit(world))).flat();
    const places = FORM_A1.map(([field]) => names.findIndex((cell) => cell.split('（')[0] === field));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('gas: time of sampling, gas, result and tester', async () => {
    const rows = rowsOf(await printed(await specialPermit(world)));
    const names = rows.findIndex((cells) => cells[0] === '取样时间');
    const measured = new Map(rows[names]!.map((name, i) => [name, rows[names + 1]![i]]));
    for (const [name, expected] of [['取样时间', '2026-12-02 06:45'], ['代表性气体', '丙烯'], ['分析结果', '0.05 %vol'], ['分析人', '钱安全']])
      expect([name, measured.get(name!)]).toEqual([name, expected]);
  }); // prettier-ignore

  it('opinions and checks with words and times', async () => {
    const rows = rowsOf(await printed(await specialPermit(world)));
    const line = (name: string) => rows.find((cells) => cells[0]?.startsWith(name))?.slice(1);
    expect(line('作业负责人意见')).toEqual(['吴班长', '人员、机具到位', '2026-12-02 05:05']);
    expect(line('动火前，岗位当班班长验票情况')).toEqual(['欧阳总工', '已验票', '2026-12-02 06:50']);
    expect(line('完工验收')).toEqual(['孙监护', '现场已清理，无残火', '2026-12-02 09:35']);
  });

  it('its checklist is that of special level, each line ticked by name', async () => {
    const rows = rowsOf(await printed(await specialPermit(world)));
    for (const words of ['微正压', '全过程影像', '作业方案', '可燃物做防腐内衬', '铁路沿线 25 米', '交叉作业已明确协调人', '警戒区', 'GB 15577'])
      expect(rows.filter((cells) => cells[1]?.includes(words) && cells[3]?.includes('孙监护')).length).toBeGreaterThan(0);
  }); // prettier-ignore

  it.each([
    ['second', '本级别不需要', '所在单位意见动火审批人意见（所在基层单位负责人）'],
    ['first', '（待签）', '安全管理部门意见动火审批人意见（安全管理部门）'],
  ])('at level %s one signature may stand for two opinions', async (level, safety, approver) => {
    const id = await world.permit({ regime: 'chemical', level, proposed_level: level, state: 'submitted', submitted_at: new Date(PRINTED_AT), planned_start: PRINTED_AT, planned_end: PRINTED_AT + 3_600_000 }); // prettier-ignore
    const rows = rowsOf(await printed(id));
    expect(rows.find((cells) => cells[0]?.startsWith('安全管理部门意见'))).toContain(safety);
    expect(rows.map(([first]) => first)).toContain(approver);
  });

  it.each(PERMIT_STATES)('complete and stamped while it is %s', async (state) => {
    const document = await printed(await specialPermit(world, { state }));
    const rows = rowsOf(document);
    for (const [field] of FORM_A1) expect([field, valueOf(rows, field)]).toEqual([field, expect.any(String)]);
    expect(document.watermark === undefined).toBe(['issued', 'active'].includes(state));
  });

  it('what nobody filled in or signed is seen to be open', async () => {
    const id = await world.permit({ regime: 'chemical', level: 'special', proposed_level: 'special', state: 'issued', planned_start: PRINTED_AT, planned_end: PRINTED_AT + 3_600_000, issued_at: new Date(PRINTED_AT), submitted_at: new Date(PRINTED_AT) }); // prettier-ignore
    const rows = rowsOf(await printed(id));
    for (const field of ['风险辨识结果', '作业方案编号', '作业过程影像'])
      expect(valueOf(rows, field)).toBe('（未填写）');
    for (const field of ['安全交底人', '接受交底人', '动火前，岗位当班班长验票情况', '完工验收'])
      expect(valueOf(rows, field)).toBe('（待签）');
    expect(valueOf(rows, '关联的其他特殊作业及安全作业票编号')).toBe('无');
    // whoever applied leads the work and has said so by applying
    expect(valueOf(rows, '作业负责人意见')).toBe('赵经理');
  });

  it('a permit issued before that day keeps the paper and the checklist of its day', async () => {
    const id = await chemicalPermit(world);
    const then = JSON.stringify(rowsOf(await printed(id, NOW)));
    expect(JSON.stringify(rowsOf(await printed(id, PRINTED_AT)))).toBe(then);
    expect(then).not.toContain('验票');
    expect(then).not.toContain('警戒区');
  });
});
