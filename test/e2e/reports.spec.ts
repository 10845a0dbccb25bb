import sharp from 'sharp';
import { HOUR } from '../../src/kernel/time';
import { lastComplete, periodAround, periodBefore, readyAt } from '../../src/domain/reports/report-period';
import { HandInReports } from '../../src/modules/reports/hand-in-reports';
import { startApp, type TestApp } from '../support/app';
import { unzip } from '../support/unzip';
import { newSite, newUser, type Person, type Site } from '../support/site';

interface Line { figure: string; now: number | null; before: number | null } // prettier-ignore
interface Report { id: string | null; running: boolean; period: { name: string }; regionName: string; total: Line[]; parts: { code: string; figures: Line[] }[] } // prettier-ignore

let app: TestApp;
let site: Site;
let regulator: Person;
let inspector: Person;
const thisWeek = periodAround('weekly', Date.now()).name;
/** Ready to be handed in at whatever hour the test runs. */
const lastWeek = periodBefore(lastComplete('weekly', Date.now()));

beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
  inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
}, 120_000);
afterAll(() => app?.close());

const weekly = async (who: Person, query = ''): Promise<Report> =>
  (await who.get(`/reports/weekly${query}`).expect(200)).body as Report;
const figure = ({ total }: Pick<Report, 'total'>, name: string): number | null | undefined => total.find((line) => line.figure === name)?.now; // prettier-ignore
const bytes = async (path: string): Promise<Buffer> => {
  const answer = await regulator.get(path).set('accept-language', 'zh-CN').buffer(true).parse((res, done) => {
    const parts: Buffer[] = [];
    res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
  }); // prettier-ignore
  expect(answer.status).toBe(200);
  return answer.body as Buffer;
};
/** All parts of an office document, with the tags: names of sheets stand in these. */
const textOf = (file: Buffer): string => [...unzip(file).values()].join(' ');

describe('周调度与月总结', () => {
  it('the running week counts what is there, by town, and may not be handed in', async () => {
    const report = await weekly(regulator, `?week=${thisWeek}`);
    expect(report).toMatchObject({ id: null, running: true, regionName: '建安区', period: { name: thisWeek } });
    expect(figure(report, 'machines')).toBeGreaterThanOrEqual(1);
    expect(report.parts.length).toBeGreaterThan(5);
    const refused = await regulator.post(`/reports/weekly?week=${thisWeek}`);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'report.period-runs']);
  });

  it('a week handed in keeps its numbers, whatever is entered later', async () => {
    const before = await weekly(regulator, `?week=${lastWeek.name}`);
    expect(before).toMatchObject({ id: null, running: false, period: { name: lastWeek.name } });
    await inspector.post(`/reports/weekly?week=${lastWeek.name}`).expect(403);
    const handedIn = (await regulator.post(`/reports/weekly?week=${lastWeek.name}`).expect(200)).body as Report;
    expect(handedIn.id).not.toBeNull();
    await app.sql('update machines set created_at = $1', [new Date(lastWeek.from + HOUR)]);
    expect(figure(await weekly(regulator, `?week=${lastWeek.name}`), 'machines-registered')).toBe(
      figure(before, 'machines-registered'),
    );
    expect(
      figure(await weekly(regulator, `?regionCode=411003100&week=${lastWeek.name}`), 'machines-registered'),
    ).toBeGreaterThanOrEqual(0);
    expect(((await regulator.post(`/reports/weekly?week=${lastWeek.name}`)).body as Report).id).toBe(handedIn.id);
    const list = (await inspector.get('/reports?kind=weekly').expect(200)).body as {
      items: { id: string; madeBy: string }[];
    };
    expect(list.items).toMatchObject([{ id: handedIn.id, period: lastWeek.name, regionName: '建安区' }]);
    expect((await inspector.get(`/reports/${handedIn.id}`).expect(200)).body).toEqual(handedIn);
    await expect(app.sql('update reports set period = $1', ['2020-W01'])).rejects.toThrow(/permission denied/);
  });

  it('is a printed page, a workbook with numbers in its cells, and a text to write on in', async () => {
    const name = `?week=${lastWeek.name}`;
    expect((await bytes(`/reports/weekly.pdf${name}`)).subarray(0, 5).toString()).toBe('%PDF-');
    for (const ending of ['xlsx', 'docx']) {
      const text = textOf(await bytes(`/reports/weekly.${ending}${name}`));
      for (const word of [
        '建安区 焊接作业安全监管周调度',
        '芯片安装率（%）',
        '超期未整改',
        '上周',
        '数字说明',
        '企业自查',
        '逾期未自查单位',
        '合计',
        '已定稿',
      ])
        expect([ending, word, text.includes(word)]).toEqual([ending, word, true]);
    }
    expect((await bytes('/reports/monthly.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('a picture for the work group is as wide as a phone, and long', async () => {
    const { width, height, format } = await sharp(await bytes('/reports/weekly.png')).metadata();
    expect({ width, format, long: height > 3_000 }).toEqual({ width: 1080, format: 'png', long: true });
    expect((await bytes('/reports/monthly.png')).length).toBeGreaterThan(50_000);
  });

  it('is made on schedule, once, for the region of every regulator', async () => {
    const elsewhere = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    await app.sql(`update users set created_at = created_at - interval '70 days' where id = $1`, [elsewhere.userId]);
    await app.app.get(HandInReports).execute(readyAt(periodAround('weekly', Date.now())));
    const made = (await elsewhere.get('/reports').expect(200)).body as {
      items: { kind: string; period: string; madeBy: null }[];
    };
    expect(made.items.map(({ kind, madeBy }) => [kind, madeBy]).sort()).toEqual([['monthly', null], ['weekly', null]]); // prettier-ignore
  });

  it('is refused outside the own region, for strangers, and for weeks that are none', async () => {
    await regulator.get('/reports/weekly?regionCode=411002').expect(403);
    await site.manager.get('/reports/weekly').expect(403);
    await site.welder.get('/reports').expect(403);
    const codes = await Promise.all(
      ['week=2025-W53', 'week=2099-W01', 'week=2026-48', 'month=2026-11'].map(async (query) => {
        const answer = await regulator.get(`/reports/weekly?${query}`);
        return [answer.status, (answer.body as { code: string }).code];
      }),
    );
    expect(codes).toEqual([[422, 'report.no-such-period'], [422, 'report.no-such-period'], [422, expect.any(String)], [422, expect.any(String)]]); // prettier-ignore
    await regulator.get('/reports/01UNKNOWN').expect(404);
  });
});
