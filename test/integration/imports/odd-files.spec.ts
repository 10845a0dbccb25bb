import { DataSource } from 'typeorm';
import { openTable } from '../../../src/platform/documents/tables/open-table';
import { startApp, type TestApp } from '../../support/app';
import { inventedIdNumber, inventedPhone } from '../../support/people';
import { newSite, newUser, type Person } from '../../support/site';
import { workbookOf, zipOf } from '../../support/zip';

interface Shown {
  readonly line: number;
  readonly verdict: string;
  readonly code: string | null;
  readonly message: string | null;
}
interface View {
  readonly id: string;
  readonly state: string;
  readonly sheet: string | null;
  readonly leftSheets: string[];
}
type Cell = string | number | { readonly formula: string; readonly value?: string };

const HEAD = ['型号', '出厂编号', '焊接工艺', '额定电流（A）', '行政区划代码', '下次检验日期'];
/** 2026-01-05 as days of the calendar that begins in 1900. */
const DAY = 46027;
const machine = (serial: Cell, due: Cell = '', model: Cell = 'ZX7-400'): Cell[] => [model, serial, '手工电弧焊', '400', '411003', due]; // prettier-ignore

const csv = (cells: readonly Cell[]): string => cells.map((cell) => (typeof cell === 'object' ? '' : cell)).join(',');
const cellXml = (cell: Cell, place: string): string => {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  return `<c r="${place}" t="str"><f>${cell.formula}</f>${cell.value === undefined ? '' : `<v>${cell.value}</v>`}</c>`;
};
const rowXml = (cells: readonly Cell[], line: number, hidden = false): string =>
  `<row r="${line}"${hidden ? ' hidden="1"' : ''}>${cells.map((cell, i) => cellXml(cell, `${'ABCDEFG'[i]}${line}`)).join('')}</row>`;
const rowsXml = (rows: readonly (readonly Cell[])[], hidden: readonly number[] = []): string =>
  rows.map((cells, i) => rowXml(cells, i + 1, hidden.includes(i + 1))).join('');
const sheet = (...rows: readonly (readonly Cell[])[]) => ({ name: '设备', rows: rowsXml([HEAD, ...rows]) });

describe('files as people have them', () => {
  let app: TestApp;
  let regulator: Person;
  beforeAll(async () => {
    app = await startApp();
    const site = await newSite(app);
    regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
  }, 120_000);
  afterAll(() => app?.close());

  const send = (bytes: Buffer | string, kind: string) =>
    app.request
      .post('/api/v1/imports')
      .set('authorization', `Bearer ${regulator.token}`)
      .field('kind', kind)
      .attach('file', Buffer.from(bytes as string), 'list');

  async function until(id: string, state: string): Promise<View> {
    for (let n = 0; n < 400; n++) {
      const view = (await regulator.get(`/imports/${id}`)).body as View;
      if (view.state === state) return view;
      await new Promise((wait) => setTimeout(wait, 50));
    }
    throw new Error(`import ${id} did not become ${state}`);
  }
  async function read(bytes: Buffer | string, kind = 'machines'): Promise<View & { rows: Shown[] }> {
    const sent = await send(bytes, kind).expect(201);
    const view = await until((sent.body as View).id, 'previewed');
    return { ...view, rows: ((await regulator.get(`/imports/${view.id}/rows`)).body as { items: Shown[] }).items };
  }
  async function bringIn(bytes: Buffer | string, kind = 'machines'): Promise<Shown[]> {
    const { id, rows } = await read(bytes, kind);
    await regulator.post(`/imports/${id}/apply`, {}).expect(200);
    await until(id, 'done');
    return rows;
  }
  const refusal = async (bytes: Buffer | string, kind = 'machines') => {
    const { status, body } = await send(bytes, kind);
    const { code, errors } = body as { code: string; errors: { message: string }[] };
    return [status, code, errors[0]?.message];
  };
  const kept = async (serial: string) =>
    (
      await app.sql<Record<string, unknown>>(
        `select model, rated_current_a as amperes, to_char(inspection_due_on, 'YYYY-MM-DD') as due from machines where serial_number = $1`,
        [serial],
      )
    )[0];
  const told = (rows: readonly Shown[]) => rows.map(({ line, verdict, message }) => [line, verdict, message]);

  it('text in GBK, and in UTF-16 with and without its mark', async () => {
    // 型号,出厂编号,焊接工艺,额定电流（A）,行政区划代码 / ZX7-400,GBK-1,手工电弧焊,４００,411003
    const gbk =
      'd0cdbac52cb3f6b3a7b1e0bac52cbab8bdd3b9a4d2d52cb6eeb6a8b5e7c1f7a3a841a3a92cd0d0d5fec7f8bbaeb4fac2eb0d0a5a58372d3430302c47424b2d312ccad6b9a4b5e7bba1bab82ca3b4a3b0a3b02c3431313030330d0a';
    await bringIn(Buffer.from(gbk, 'hex'));
    expect(await kept('GBK-1')).toMatchObject({ model: 'ZX7-400', amperes: 400 });
    for (const [serial, mark, swap] of [
      ['U16-1', '\ufeff', false],
      ['U16-2', '', false],
      ['U16-3', '', true],
    ] as const) {
      const bytes = Buffer.from(`${mark}${HEAD.join(',')}\r\n${csv(machine(serial))}`, 'utf16le');
      await bringIn(swap ? bytes.swap16() : bytes);
      expect(await kept(serial)).toMatchObject({ amperes: 400 });
    }
  });

  it('days as numbers of both calendars, digits of full width, phones with blanks', async () => {
    await bringIn(workbookOf([sheet(machine('D-1900', DAY), machine('Ｄ－１９０１', '２０２６年１月５日'))]));
    await bringIn(workbookOf([sheet(machine('D-1904', DAY - 1462))], true));
    for (const serial of ['D-1900', 'D-1901', 'D-1904'])
      expect(await kept(serial)).toMatchObject({ due: '2026-01-05' });
    const phone = inventedPhone(8101);
    const spaced = `+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;
    const rows = await bringIn(`姓名,身份证号,手机,地区\n周一,${inventedIdNumber(8101)},${spaced},411003`, 'welders');
    expect(rows.map(({ verdict }) => verdict)).not.toContain('refused');
    expect(await app.sql(`select 1 from welders where name = '周一'`)).toHaveLength(1);
  });

  it('a long number that the spreadsheet has spoilt is named as such', async () => {
    const spoilt = '“出厂编号”被表格软件当作数值处理，后面的数字已丢失。请把单元格设为“文本”，重新填写完整号码。';
    const { rows } = await read(workbookOf([sheet(machine(411003199001011000), machine('4.11003E+17'))]));
    expect(told(rows)).toEqual([[2, 'refused', spoilt], [3, 'refused', spoilt]]); // prettier-ignore
  });

  it('of a formula its stored value is read; none is ever kept, run or handed on', async () => {
    const book = workbookOf([
      sheet(
        machine({ formula: 'CONCATENATE(&quot;F-&quot;,1)', value: 'F-1' }),
        machine({ formula: 'A1' }),
        machine('F-3', '', '=HYPERLINK(&quot;http://x&quot;)'),
        machine('F-4', '某天', '@SUM(1)'),
      ),
    ]);
    const { id, rows } = await read(book);
    const unread = (field: string) => `“${field}”是公式，文件里没有保存计算结果。请改成数值或文字后重新上传。`;
    expect(told(rows)).toEqual([
      [2, 'warned', '“出厂编号”由公式得出，平台只取已保存的结果，请核对。'],
      [3, 'refused', unread('出厂编号')],
      [4, 'refused', unread('型号')],
      [5, 'refused', '“下次检验日期”无法识别为日期，请写成 2026-01-05。'],
    ]);
    await bringIn(book);
    expect(await kept('F-1')).toMatchObject({ model: 'ZX7-400' });
    const report = await regulator.get(`/imports/${id}/report.xlsx`).responseType('blob').expect(200);
    const shown: string[] = [];
    for await (const { cells } of (await openTable(report.body as Buffer)).sheets[1]!.rows())
      shown.push(cells[2]?.text ?? '');
    expect(shown).toEqual(['内容', 'ZX7-400 F-1', 'ZX7-400', 'F-3', `'@SUM(1) F-4`]);
  });

  it('hidden rows stay out and say so; hidden sheets are not read, and named', async () => {
    const rows = rowsXml([HEAD, machine('H-1'), machine('H-2')], [3]);
    const both = await read(workbookOf([{ name: '设备', rows }, { ...sheet(machine('H-3')), name: '旧台账', hidden: true }])); // prettier-ignore
    expect(told(both.rows)).toEqual([
      [2, 'created', null],
      [3, 'refused', '这一行在表格里是隐藏的（可能被筛选掉了），没有导入。需要导入请取消隐藏或清除筛选，再重新上传。'],
    ]);
    expect(both).toMatchObject({ sheet: '设备', leftSheets: ['旧台账'] });
    expect(await refusal(workbookOf([{ ...sheet(machine('H-3')), name: '旧台账', hidden: true }]))).toEqual([
      422,
      'import.sheet-hidden',
      '名单在隐藏的工作表“旧台账”里，没有读取。请取消隐藏后保存，再重新上传。',
    ]);
  });

  it('a merged cell counts for each row that it stands beside', async () => {
    const merged = [machine('M-1', DAY), machine('M-2').with(4, ''), machine('M-3').with(4, '')];
    const title: Cell[] = ['焊机台账'];
    const bytes = workbookOf([
      { name: '台账', rows: rowsXml([title, HEAD, ...merged]), merged: ['A1:F1', 'E3:E5', 'F3:F4'] },
    ]);
    expect(told(await bringIn(bytes))).toEqual([3, 4, 5].map((line) => [line, 'created', null]));
    expect([await kept('M-1'), await kept('M-2'), await kept('M-3')]).toMatchObject([
      { due: '2026-01-05' },
      { due: '2026-01-05' },
      { due: null },
    ]);
  });

  it.each([
    ['twice', [1, 2, 2]],
    ['back', [1, 3, 2]],
    ['beyond the last one', [1, 2, 9_999_999_999]],
  ])('rows that a file numbers %s make it unreadable, and no other file waits for it', async (_, lines) => {
    const rows = [HEAD, machine('T-1'), machine('T-2')].map((cells, i) => rowXml(cells, lines[i]!)).join('');
    const sent = await send(workbookOf([{ name: '设备', rows }]), 'machines');
    const next = await read(workbookOf([sheet(machine(`T-${lines.join('-')}`))]));
    expect(told(next.rows)).toEqual([[2, 'created', null]]);
    if (sent.status === 201)
      expect(await until((sent.body as View).id, 'failed')).toMatchObject({
        message: '文件已损坏，无法读取，请重新导出。',
      });
    else expect(sent.body).toMatchObject({ code: 'import.file-broken' });
  });

  it('what the database refuses ends its own import, or its own row, and nobody else waits', async () => {
    const asOwner = (sql: string) => app.app.get(DataSource).query(sql);
    await asOwner(`alter table import_rows add constraint planted check (label not like '%PLANTED-READ') not valid`);
    const { body } = await send(workbookOf([sheet(machine('PLANTED-READ'))]), 'machines');
    const others = await read(workbookOf([sheet(machine('PLANTED-ROW'), machine('SOUND-1'))]));
    expect(await until((body as View).id, 'failed')).toMatchObject({ message: '文件已损坏，无法读取，请重新导出。' });
    await asOwner('alter table import_rows drop constraint planted');
    await asOwner(`alter table machines add constraint planted check (serial_number <> 'PLANTED-ROW') not valid`);
    await regulator.post(`/imports/${others.id}/apply`, {}).expect(200);
    await until(others.id, 'done');
    await asOwner('alter table machines drop constraint planted');
    const { items } = (await regulator.get(`/imports/${others.id}/rows`)).body as { items: Shown[] };
    expect(items.map(({ verdict, code }) => [verdict, code])).toEqual([['refused', 'import.taken'], ['created', null]]); // prettier-ignore
  });

  it('a bomb and a list of another kind are refused in plain words; the same file twice changes nothing', async () => {
    const bomb = zipOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': Buffer.alloc(48 * 1024 * 1024, ' '),
    });
    expect(await refusal(bomb)).toEqual([
      422,
      'import.unpacks-too-large',
      '文件解压后过大，已停止读取。请只保留需要的数据，另存后再导入。',
    ]);
    expect(await refusal('姓名,身份证号,手机\n甲,1,2')).toEqual([
      422,
      'import.wrong-kind',
      '您选择的是“设备”，但这个文件看起来是“焊工”。',
    ]);
    const list = `${HEAD.join(',')}\n${csv(machine('S-1'))}`;
    await bringIn(list);
    expect(told((await read(list)).rows)).toEqual([[2, 'same', null]]);
  });
});
