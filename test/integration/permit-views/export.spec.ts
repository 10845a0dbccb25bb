import type { Response } from 'supertest';
import { harmless } from '../../../src/platform/documents/workbook';
import { unzip } from '../../support/unzip';
import { NOW, ViewWorld } from './view-world';

let world: ViewWorld;
beforeAll(async () => {
  world = await ViewWorld.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = NOW;
  await world.clearPermits();
});

const exported = (userId: string, query = '', language = 'zh-CN') =>
  world
    .as(userId)
    .get(`/permits/export.xlsx${query}`)
    .set('accept-language', language)
    .buffer(true)
    .parse((stream, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => done(null, Buffer.concat(chunks)));
    });

/** Every text of the sheet, in the order of its table of strings. */
function texts(answer: Response): string[] {
  const files = unzip(answer.body as Buffer);
  const strings = files.get('xl/sharedStrings.xml') ?? '';
  return [...strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => match[1]!);
}
const rows = (answer: Response): number =>
  [...(unzip(answer.body as Buffer).get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<row /g)].length;

describe('export.xlsx', () => {
  it('holds the list with its filters under a header', async () => {
    await world.permit({ state: 'active', fire_watch_id: 'F1', raised_because: ['night'] });
    await world.permit({ state: 'draft' });
    const answer = await exported('M1', '?state=active').expect(200);
    expect(answer.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="permits-2026-11-24.xlsx"');
    expect(rows(answer)).toBe(2);
    expect(texts(answer)).toEqual(
      expect.arrayContaining([
        '编号',
        '状态',
        '411003-20261124-0001',
        '一般动火作业',
        '夜间',
        '作业中',
        '建安一厂',
        '孙监护',
      ]),
    );
  });

  it('writes times as a clock in China showed them', async () => {
    await world.permit();
    const sheet = unzip((await exported('M1')).body as Buffer).get('xl/worksheets/sheet1.xml')!;
    // 2026-11-24 16:00: days since 1899-12-30
    expect(sheet).toMatch(/<v>46350\.66666666\d+<\/v>/);
  });

  it('in English for whoever asks so', async () => {
    await world.permit({ state: 'active' });
    expect(texts(await exported('M1', '', 'en'))).toEqual(expect.arrayContaining(['Number', 'Work under way']));
  });

  it('shows another enterprise only the header', async () => {
    await world.permit();
    expect(rows(await exported('M3'))).toBe(1);
  });

  it('runs nothing that somebody typed', async () => {
    await world.permit({ content: '=HYPERLINK("http://x","y")', place_name: '+1 层' });
    const found = texts(await exported('M1'));
    expect(found.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
    expect(found).toEqual(expect.arrayContaining(["'+1 层"]));
  });

  it('opens whatever signs a text holds', async () => {
    await world.permit({ content: 'a\u0001b<&>"\ufffe' });
    expect(texts(await exported('M1'))).toEqual(expect.arrayContaining([expect.stringMatching(/^ab&lt;&amp;/)]));
  });

  it('goes on over many pages and ends at ten thousand rows', async () => {
    await world.sql(
      `insert into permits (id, number, code, regime, level, proposed_level, state, enterprise_id, region_code, place_name, lat, lng, radius_m,
         content, method, planned_start, planned_end, applicant_id, created_at)
       select 'X' || to_char(i, 'FM000000'), 'X' || i, 'X' || i, 'general', 'ordinary', 'ordinary', 'closed', 'E1', '411003', '车', 34, 113, 100,
         '焊', '焊', $1::timestamptz, $1::timestamptz + interval '6 hours', 'M1', now() from generate_series(1, 10001) i`,
      [new Date(NOW)],
    );
    expect(rows(await exported('M1'))).toBe(10_001);
  });
});

describe('a text that a spreadsheet would run', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\t=1', "'\t=1"],
    ['a=1', 'a=1'],
    ['', ''],
  ])('%j is written as %j', (text, expected) => {
    expect(harmless(text)).toBe(expected);
  });
});
