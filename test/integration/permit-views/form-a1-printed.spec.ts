import { PrintedPaper, type Cell } from '../../support/printed-page';
import { FIELDS, GAS, LINES, SPECIAL_FIELDS } from './form-a1';
import { closedPermit, PRINTED_AT, type ChemicalLevel } from './special-permit';
import { ViewWorld } from './view-world';

/** Form A.1 of GB 30871-2022 compared with the file that the platform prints, read back from its letters and lines. */
let world: ViewWorld;
beforeAll(async () => {
  world = await ViewWorld.open();
  world.clock.at = PRINTED_AT;
});
afterAll(() => world.close());

async function printed(level: ChemicalLevel): Promise<PrintedPaper> {
  const id = await closedPermit(world, level);
  const answer = await world
    .as('M1')
    .get(`/permits/${id}/permit.pdf`)
    .buffer(true)
    .parse((stream, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200)
    .expect('content-type', 'application/pdf');
  return new PrintedPaper(answer.body as Buffer);
}

describe.each(['special', 'first', 'second'] as const)('the printed permit of %s level', (level) => {
  let paper: PrintedPaper;
  let cells: Cell[];
  beforeAll(async () => {
    await world.clearPermits();
    paper = await printed(level);
    cells = paper.cells();
  });

  /** The cell of a field: alone, before the office of who signs, or where one signature covers two fields. */
  const fieldOf = (name: string): Cell | undefined => {
    const own = cells.find(({ text }) => text.split('（')[0] === name);
    const others = FIELDS.map(([other]) => other).filter((other) => other !== name);
    return own ?? cells.find(({ text }) => others.some((one) => [one + name, name + one].includes(text.split('（')[0]!)));
  }; // prettier-ignore

  it('is called as the standard says, marked with its level (B.1), and numbered', () => {
    const mark = { special: '特级动火', first: '一级动火', second: '二级动火' }[level];
    const head = paper.text.slice(0, paper.text.indexOf('作业申请单位'));
    expect(head).toMatch(new RegExp(`动火安全作业票(?:已关闭)?${mark}.*编号：411003-20261124-\\d{4}`));
    expect(paper.stamp).toBe('已关闭');
  });

  it.each(FIELDS)('has %s', (name, expected) => {
    const field = fieldOf(name);
    expect([name, field && paper.rightOf(field)?.text]).toEqual([name, expect.stringContaining(expected(level))]);
  });

  it.each(SPECIAL_FIELDS)('has %s at special level alone', (name, expected) => {
    const field = fieldOf(name);
    if (level !== 'special') expect(field).toBeUndefined();
    else expect(paper.rightOf(field!)?.text).toBe(expected);
  });

  // where one signature covers two fields, the first of them counts
  it('has the fields in the order of the standard', () => {
    const places = FIELDS.flatMap(([name]) => (fieldOf(name)!.text.startsWith(name) ? [cells.indexOf(fieldOf(name)!)] : []));
    expect(places.length).toBeGreaterThanOrEqual(FIELDS.length - 1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }); // prettier-ignore

  it.each(GAS)('has %s of the gas analysis', (column, expected) => {
    const head = cells.find(({ text }) => text === column);
    const below = cells.filter(({ page, top, left }) => page === head?.page && Math.abs(top - head.bottom) < 2 && Math.abs(left - head.left) < 2); // prettier-ignore
    expect(below.map(({ text }) => text)).toEqual([expected]);
  });

  it.each(LINES)('has line $number of the form: $about', ({ ours, only, number }) => {
    for (const words of ours) {
      const line = cells.find(({ text }) => text.includes(words));
      if (only && only !== level) expect(line).toBeUndefined();
      else expect([words, line?.text]).toEqual([words, expect.stringContaining(words)]);
      if (!line || number === 16) continue;
      const tick = paper.rightOf(line)!;
      expect([words, tick.ticked, paper.rightOf(tick)?.text]).toEqual([words, true, expect.stringMatching(/^孙监护12-02/)]);
    }
  }); // prettier-ignore

  it('has the number of line 2, and room for writing that of line 8 where nobody gave it', () => {
    const ending = (words: string) =>
      cells
        .find(({ text }) => text.includes(words))
        ?.text.split('；')
        .at(-1);
    expect(ending('加盲板隔离')).toBe('盲板（块）：3');
    expect(ending('灭火毯')).toBe('灭火器（具）：____');
  });

  it('has no line of its checklist without a number, a tick and a name', () => {
    const numbers = cells.filter(({ text, left, right }) => /^\d{1,2}$/.test(text) && right - left < 40);
    expect(numbers.map(({ text }) => Number(text))).toEqual(numbers.map((_, i) => i + 1));
    expect(numbers.length).toBe(level === 'special' ? 27 : 22);
  });

  it('has opinions with words and times', () => {
    const line = (name: string): (string | undefined)[] => {
      const signed = paper.rightOf(fieldOf(name)!);
      const words = signed && paper.rightOf(signed);
      return [signed?.text, words?.text, words ? paper.rightOf(words)?.text : undefined];
    };
    expect(line('作业负责人意见')).toEqual(['吴班长', '人员、机具到位', '2026-12-0205:05']);
    expect(line('动火审批人意见').slice(1)).toEqual(['同意作业', '2026-12-0205:30']);
    expect(line('动火前，岗位当班班长验票情况')).toEqual(['欧阳总工', '已验票', '2026-12-0206:50']);
    expect(line('完工验收')).toEqual(['孙监护', '现场已清理，无残火', '2026-12-0209:35']);
    if (level === 'second') expect(line('安全管理部门意见')).toEqual(['—', '本级别不需要', '']);
  });
});
