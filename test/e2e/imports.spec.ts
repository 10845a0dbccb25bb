import writeWorkbook from 'write-excel-file/node';
import { startApp, type TestApp } from '../support/app';
import { inventedIdNumber, inventedPhone } from '../support/people';
import { newSite, newUser, type Person, type Site } from '../support/site';
import { zipOf } from '../support/zip';

interface View {
  readonly id: string;
  readonly state: string;
  readonly counts: Record<'created' | 'same' | 'warned' | 'refused', number>;
  readonly ignored: string[];
  readonly message: string | null;
}

let app: TestApp;
let site: Site;
let regulator: Person;
let manager: Person;
const CSV_HEAD = '型号,出厂编号,焊接工艺,额定电流（A）,行政区划代码,备注';

beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
  manager = await newUser(app, site.admin, ['enterprise-manager'], { enterpriseId: site.enterpriseId });
}, 120_000);
afterAll(() => app?.close());

const send = (kind: string, bytes: Buffer | string, by = regulator, name = 'list.csv') =>
  app.request
    .post('/api/v1/imports')
    .set('authorization', `Bearer ${by.token}`)
    .field('kind', kind)
    .attach('file', Buffer.from(bytes as string), name);

async function until(id: string, state: string, by = regulator): Promise<View> {
  for (let n = 0; n < 200; n++) {
    const view = (await by.get(`/imports/${id}`)).body as View;
    if (view.state === state || view.state === 'failed') return view;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error(`import ${id} did not become ${state}`);
}

async function preview(kind: string, bytes: Buffer | string, by = regulator, name = 'list.csv'): Promise<View> {
  const sent = await send(kind, bytes, by, name).expect(201);
  return until((sent.body as View).id, 'previewed', by);
}

async function applied(kind: string, bytes: Buffer | string, by = regulator): Promise<View> {
  const { id } = await preview(kind, bytes, by);
  await by.post(`/imports/${id}/apply`, {}).expect(200);
  return until(id, 'done', by);
}

const rowsOf = async (id: string, query = '', by = regulator) =>
  ((await by.get(`/imports/${id}/rows${query}`)).body as { items: Record<string, unknown>[] }).items;

describe('a list of machines', () => {
  const list = [
    CSV_HEAD,
    'ZX7-400,IMP-0001,手工电弧焊,４００,411003,甲',
    'NBC-350,IMP-0002,二保焊,350A,411003,',
    'ZX7-400,4.11003E+17,手工电弧焊,400,411003,',
    'WS-400,IMP-0003,跳焊,400,411003,',
    '无铭牌焊机,,电焊,,411003,',
    '无铭牌焊机,,电焊,,411003,',
    'ZX7-400,IMP-0001,手工电弧焊,400,411003,',
    'ZX7-400,IMP-0009,手工电弧焊,400,110101,外地',
    ',,,,,',
  ].join('\r\n');

  it('is previewed with a verdict a row, and its good rows come in once', async () => {
    const first = await preview('machines', list);
    expect(first).toMatchObject({ state: 'previewed', ignored: ['备注'] });
    expect(first.counts).toEqual({ created: 3, same: 0, warned: 1, refused: 4 });
    expect((await rowsOf(first.id)).map(({ line, verdict, code }) => [line, verdict, code])).toEqual([
      [2, 'created', null],
      [3, 'created', null],
      [4, 'refused', 'import.number-spoilt'],
      [5, 'refused', 'import.word-unknown'],
      [6, 'created', null],
      [7, 'warned', 'import.looks-repeated'],
      [8, 'refused', 'import.repeated'],
      [9, 'refused', 'registry.outside-scope'],
    ]);
    expect(await rowsOf(first.id, '?verdict=warned')).toHaveLength(1);
    await regulator.post(`/imports/${first.id}/apply`, {}).expect(200);
    await regulator.post(`/imports/${first.id}/apply`, {}).expect(200);
    expect((await until(first.id, 'done')).counts).toEqual({ created: 3, same: 0, warned: 1, refused: 4 });
    const found = (await regulator.get('/machines?q=IMP-0002')).body as { items: Record<string, unknown>[] };
    expect(found.items).toMatchObject([
      { process: 'GMAW', ratedCurrentA: 350, regionCode: '411003', factsConfirmed: false },
    ]);
  });

  it('keeps the stickers of another system, once each, and knows the machines by them', async () => {
    const stickers = [
      '型号,焊接工艺,行政区划代码,省平台编码,出厂编号',
      'ZX7-500,电焊,411003,https://province.example/d?id=Q1,',
      'ZX7-500,电焊,411003,https://province.example/d?id=Q2,TWIN-1',
      'ZX7-500,电焊,411003,https://province.example/d?id=Q1,',
      'ZX7-500,电焊,411003,https://province.example/d?id=Q2,TWIN-2',
    ].join('\r\n');
    expect((await applied('machines', stickers)).counts).toEqual({ created: 2, same: 0, warned: 0, refused: 2 });
    const scanned = await regulator.get(`/codes/${encodeURIComponent('https://province.example/d?id=Q2')}`);
    expect(scanned.body).toMatchObject({ kind: 'machine', status: 'in-service' });
    expect((await applied('machines', stickers)).counts).toEqual({ created: 0, same: 4, warned: 0, refused: 0 });
  });

  it('adds such a sticker to a machine that is registered already, and to no other', async () => {
    const row = (sticker: string) => `型号,出厂编号,焊接工艺,省平台编码\r\nZX7-630,LATER-1,电焊,${sticker}`;
    await applied('machines', row(''), manager);
    const again = await preview('machines', row('https://province.example/d?id=L1'), manager);
    expect(await rowsOf(again.id, '', manager)).toMatchObject([{ verdict: 'warned', code: 'external-code.added', comesIn: true }]); // prettier-ignore
    await manager.post(`/imports/${again.id}/apply`, {}).expect(200);
    expect((await until(again.id, 'done', manager)).counts).toMatchObject({ created: 0, warned: 1 });
    const found = (await manager.get('/machines?q=LATER-1')).body as { items: { id: string }[] };
    expect(found.items).toHaveLength(1);
    const kept = (await regulator.get(`/external-codes?kind=machine&entityId=${found.items[0]!.id}`)).body as object;
    expect(kept).toMatchObject({ items: [{ content: 'https://province.example/d?id=L1', system: 'province' }] });
    const third = await applied('machines', row('https://province.example/d?id=L1'), manager);
    expect(third.counts).toEqual({ created: 0, same: 1, warned: 0, refused: 0 });
  });

  it('changes nothing the second time, also machines without a number', async () => {
    const again = await applied('machines', list);
    expect(again.counts).toEqual({ created: 0, same: 5, warned: 0, refused: 3 });
    const found = (await regulator.get(`/machines?q=${encodeURIComponent('无铭牌焊机')}`)).body as { items: unknown[] };
    expect(found.items).toHaveLength(2);
  });

  it('is read in the encodings that spreadsheets write', async () => {
    const utf16 = Buffer.from(`\ufeff${list}`, 'utf16le');
    for (const bytes of [`\ufeff${list}`, utf16, Buffer.from(utf16).swap16(), list.replaceAll(',', '\t')])
      expect((await preview('machines', bytes)).counts.same).toBe(5);
  });

  it('of a manager goes to the own enterprise, and only there', async () => {
    const own = await applied('machines', '型号,出厂编号,工艺\nZX7-250,OWN-1,MMA', manager);
    expect(own.counts.created).toBe(1);
    const other = await preview('machines', '型号,出厂编号,工艺,单位名称\nZX7-250,OWN-2,MMA,别的公司', manager);
    expect(await rowsOf(other.id, '', manager)).toMatchObject([
      { code: 'registry.outside-scope', field: 'enterpriseName' },
    ]);
    await send('enterprises', list, manager).expect(403);
    expect((await regulator.get(`/imports/${own.id}`)).status).toBe(404);
  });
});

describe('people and their certificates', () => {
  const people = [7001, 7002].map((n) => ({ id: inventedIdNumber(n), phone: inventedPhone(n % 10_000) }));
  const card = (n: number, name: string, to = '2030-02-28'): string =>
    `${name},T${people[n]!.id},熔化焊接与热切割作业,河南省应急管理厅,2024/3/1,${to}`;
  const LIST = '姓名,证书编号,准操项目,发证机关,有效期起,有效期止';

  it('come in from a workbook with a title above, dates as numbers and phones with blanks', async () => {
    const text = (value: string) => ({ type: String, value });
    const book = await (
      writeWorkbook([
        [text('焊工花名册')],
        ['姓名 *', '身份证号', '手机', '所在地区'].map(text),
        [
          text('王一'),
          text(people[0]!.id),
          text(`+86 ${people[0]!.phone.slice(0, 3)}-${people[0]!.phone.slice(3)}`),
          text('411003'),
        ],
        [
          text('王二'),
          { type: Number, value: Number(people[1]!.id.replace('X', '0')) },
          text(people[1]!.phone),
          text('411003'),
        ],
        [text('王二'), text(`'${people[1]!.id}`), { type: Number, value: Number(people[1]!.phone) }, text('411003')],
      ] as never) as unknown as { toBuffer(): Promise<Buffer> }
    ).toBuffer();
    const read = await preview('welders', book, regulator, 'people.xlsx');
    expect((await rowsOf(read.id)).map(({ line, code }) => [line, code])).toEqual([
      [3, 'id-number.age-unlikely'],
      [4, 'import.number-spoilt'],
      [5, 'id-number.age-unlikely'],
    ]);
    await regulator.post(`/imports/${read.id}/apply`, {}).expect(200);
    await until(read.id, 'done');
    expect((await applied('welders', book)).counts).toEqual({ created: 0, same: 2, warned: 0, refused: 1 });
  });

  it('the authority’s list verifies what agrees and leaves to people what does not', async () => {
    const done = await applied('certificates', [LIST, card(0, '王一'), card(1, '王贰'), `某人,T${inventedIdNumber(7003)},钎焊,省厅,2024-01-01,2029-12-31`].join('\n')); // prettier-ignore
    expect((await rowsOf(done.id)).map(({ verdict, code }) => [verdict, code])).toEqual([
      ['created', null],
      ['warned', 'import.name-differs'],
      ['refused', 'import.holder-unknown'],
    ]);
    const again = await preview('certificates', [LIST, card(0, '王一'), card(0, '王一', '2029-02-28')].join('\n'));
    expect((await rowsOf(again.id)).map(({ verdict, code }) => [verdict, code])).toEqual([
      ['same', null],
      ['warned', 'import.dates-differ'],
    ]);
    const [holder] = await rowsOf(done.id);
    const cards = (await regulator.get(`/welders/${String(holder!['entityId'])}/certificates`)).body as {
      items: unknown[];
    };
    expect(cards.items).toMatchObject([{ status: 'verified', verificationMethod: 'import' }]);
  });
});

describe('files that are refused at once', () => {
  const code = async (kind: string, bytes: Buffer | string) =>
    ((await send(kind, bytes)).body as { code: string }).code;

  it('say what they are', async () => {
    expect(await code('machines', '姓名,身份证号码,手机号码\n甲,1,2')).toBe('import.wrong-kind');
    expect(await code('machines', '型号,颜色\nZX7,红')).toBe('import.headings-missing');
    expect(await code('machines', Buffer.from('%PDF-1.7 nothing'))).toBe('import.not-a-table');
    expect(await code('machines', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe(
      'import.old-workbook',
    );
    expect(await code('machines', Buffer.from('PK\u0003\u0004broken'))).toBe('import.file-broken');
    expect(await code('machines', await app.photo())).toMatch(/^import\.(not-a-table|encoding-unknown)$/);
    expect(await code('machines', bomb())).toBe('import.unpacks-too-large');
    expect(await code('nothing', 'a')).toBe('import.kind-unknown');
  });

  it('leave nothing behind, and templates and reports open', async () => {
    const template = await regulator.get('/imports/template.xlsx?kind=welders').expect(200);
    expect(template.headers['content-type']).toContain('spreadsheetml');
    const list = (await regulator.get('/imports')).body as { items: View[] };
    expect(list.items.every(({ state }) => state !== 'failed')).toBe(true);
    const report = await regulator.get(`/imports/${list.items[0]!.id}/report.xlsx`).expect(200);
    expect(report.headers['content-type']).toContain('spreadsheetml');
  });
});

/** A workbook whose list of sheets unpacks to far more than it weighs. */
const bomb = (): Buffer => zipOf({ 'xl/workbook.xml': Buffer.alloc(64 * 1024 * 1024, ' ') });
