import { Client } from 'pg';
import { DAY, shanghaiDate } from '../../../src/kernel/time';
import { startApp, type TestApp } from '../../support/app';
import { newUser, signIn, type Person } from '../../support/site';

interface Line { regionCode: string; targeted: number; attended: number; passed: number; overdue: number } // prettier-ignore
interface Coverage { total: Line; lines: Line[] } // prettier-ignore

const WELDERS = 10_000;
const SESSIONS = 100;

let app: TestApp;
let regulator: Person;
let campaignId: string;

/** 10,000 welders over towns and villages, 100 sessions, in a few statements; of each welder the number says what was done. */
async function fill(): Promise<void> {
  await app.sql(
    `insert into welders (id, name, id_number_sealed, id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked,
       region_code, status, code, warnings, version, created_at, id_kind)
     select 'bulk-' || lpad(n::text, 6, '0'), '批量' || n, 'x', 'h' || n, 'm', 'x', 'p' || n, 'm',
       (select code from (select code, row_number() over (order by code) as k from regions where code like '411003%' and length(code) in (9, 12)) r
         where r.k = 1 + n % (select count(*) from regions where code like '411003%' and length(code) in (9, 12))),
       case when n % 50 = 49 then 'suspended' else 'active' end, 'BULK' || n, '{}', 1, now(), 'resident'
     from generate_series(0, $1 - 1) n`,
    [WELDERS],
  );
  await app.sql(
    `insert into training_sessions (id, campaign_id, region_code, place_name, starts_at, ends_at, instructor, capacity, secret_sealed, created_at)
     select 'session-' || s, $1, '411003', '培训点', now() - interval '3 hours', now() - interval '1 hour', '老师', 500, 'x', now()
     from generate_series(0, $2 - 1) s`,
    [campaignId, SESSIONS],
  );
  // each of three in four comes; one in five of them leaves too early; some come to two sessions
  await app.sql(
    `insert into training_attendances (session_id, welder_id, signed_in_at, in_by, in_user, signed_out_at, out_by, out_user, minutes, counts)
     select 'session-' || (n + again * 7) % $1, 'bulk-' || lpad(n::text, 6, '0'), now() - interval '3 hours', 'code', $2,
       now() - interval '1 hour', 'code', $2, 120, n % 5 <> 0
     from generate_series(0, $3 - 1) n, generate_series(0, 1) again where n % 4 <> 3 and (again = 0 or n % 3 = 0)`,
    [SESSIONS, regulator.userId, WELDERS],
  );
  await app.sql(
    `insert into training_attempts (id, campaign_id, welder_id, seed, question_ids, drawn_at, answers, answered_at, right_count, passed)
     select 'attempt-' || n, $1, 'bulk-' || lpad(n::text, 6, '0'), 's', '{q}', now(), '[]', now(), 1, true from generate_series(0, $2 - 1) n where n % 2 = 0`,
    [campaignId, WELDERS],
  );
  await app.sql(`insert into codes (code, kind, entity_id, created_at) select 'PASS' || n, 'training', 'pass-' || n, now() from generate_series(0, $1 - 1, 2) n`, [WELDERS]); // prettier-ignore
  await app.sql(
    `insert into training_passes (id, campaign_id, welder_id, attempt_id, passed_at, valid_to, code)
     select 'pass-' || n, $1, 'bulk-' || lpad(n::text, 6, '0'), 'attempt-' || n, now(), '2030-01-01', 'PASS' || n from generate_series(0, $2 - 1, 2) n`,
    [campaignId, WELDERS],
  );
  await analyzed();
}

/** What autovacuum brings in a running county; the platform's own roles may not, and are only warned. */
async function analyzed(): Promise<void> {
  const owner = new Client({ connectionString: app.config.databaseUrl ?? '' });
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
}

/** Counted in the program from the rows themselves, by another way than the platform's. */
async function fullCount(depth: number, of: (region: string) => boolean): Promise<Map<string, Line>> {
  const [welders, came, passed] = [
    await app.sql<{ id: string; region_code: string; status: string }>('select id, region_code, status from welders'),
    await app.sql<{ welder_id: string }>('select welder_id from training_attendances where counts'),
    await app.sql<{ welder_id: string }>('select welder_id from training_passes'),
  ];
  const [attended, done] = [new Set(came.map((one) => one.welder_id)), new Set(passed.map((one) => one.welder_id))];
  const lines = new Map<string, Line>();
  for (const { id, region_code, status } of welders) {
    if (status !== 'active' || !of(region_code)) continue;
    const regionCode = region_code.slice(0, depth);
    const line = lines.get(regionCode) ?? { regionCode, targeted: 0, attended: 0, passed: 0, overdue: 0 };
    line.targeted += 1;
    line.attended += Number(attended.has(id));
    line.passed += Number(done.has(id));
    lines.set(regionCode, line);
  }
  return lines;
}

const shown = async (query: string): Promise<Coverage> => (await regulator.get(`/training/coverage?${query}`).expect(200)).body as Coverage; // prettier-ignore
const numbers = ({ regionCode, targeted, attended, passed, overdue }: Line): Line => ({ regionCode, targeted, attended, passed, overdue }); // prettier-ignore
const sorted = (lines: Iterable<Line>): Line[] => [...lines].map(numbers).sort((a, b) => (a.regionCode < b.regionCode ? -1 : 1)); // prettier-ignore

beforeAll(async () => {
  app = await startApp();
  const admin = await signIn(app, 'admin', app.adminPassword);
  regulator = await newUser(app, admin, ['regulator'], { regionCode: '411003' });
  const made = await regulator.must('/training/campaigns', { name: '万人培训', dueOn: shanghaiDate(Date.now() + 30 * DAY) }); // prettier-ignore
  campaignId = String(made['id']);
  await fill();
}, 180_000);
afterAll(() => app?.close());

describe('coverage of a campaign of 10,000 welders and 100 sessions', () => {
  it('equals a full count, town by town and village by village', async () => {
    const towns = await shown(`campaignId=${campaignId}`);
    const counted = await fullCount(9, () => true);
    expect(sorted(towns.lines)).toEqual(sorted(counted.values()));
    expect(towns.total.targeted).toBe(9_800);
    expect(towns.total.passed).toBeGreaterThan(4_000);
    const [town] = towns.lines;
    const code = town?.regionCode ?? '';
    const villages = await shown(`campaignId=${campaignId}&regionCode=${code}`);
    expect(villages.lines.length).toBeGreaterThan(2);
    expect(sorted(villages.lines)).toEqual(sorted((await fullCount(12, (region) => region.startsWith(code))).values()));
    expect(villages.total).toMatchObject({ targeted: town?.targeted, attended: town?.attended, passed: town?.passed });
  });

  it('is answered fast', async () => {
    const times: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const from = performance.now();
      await shown(`campaignId=${campaignId}`);
      times.push(performance.now() - from);
    }
    expect(Math.min(...times)).toBeLessThan(500);
  });

  it('names those who are missing, each once, as many as were counted', async () => {
    const names = new Set<string>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = (await regulator.get(`/training/coverage/people?campaignId=${campaignId}&state=missing&limit=100${after}`).expect(200)).body as { items: { welderId: string }[]; nextCursor: string | null }; // prettier-ignore
      page.items.forEach(({ welderId }) => names.add(welderId));
      cursor = page.items.length === 0 || names.size > 1_000 ? null : page.nextCursor;
    }
    expect(names.size).toBe(1_100);
    const sheet = await regulator.get(`/training/coverage/people.xlsx?campaignId=${campaignId}&state=overdue`).expect(200); // prettier-ignore
    expect(String(sheet.headers['content-type'])).toContain('spreadsheetml');
  });

  it('counts a person once, whatever records claim to be them; of all campaigns, whoever did all of them', async () => {
    const claim = (of: string | null) => app.sql(`update welders set same_person_as = $1 where id = 'bulk-000002'`, [of]); // prettier-ignore
    const alone = (await shown(`campaignId=${campaignId}`)).total;
    await claim('bulk-000001');
    expect((await shown(`campaignId=${campaignId}`)).total.targeted).toBe(alone.targeted - 1);
    await claim(null);
    expect((await shown('')).total).toMatchObject({ attended: alone.attended, passed: alone.passed });
    const second = await regulator.must('/training/campaigns', {
      name: '第二次',
      dueOn: shanghaiDate(Date.now() + DAY),
    });
    expect((await shown('')).total).toMatchObject({ targeted: alone.targeted, attended: 0, passed: 0 });
    await regulator.must(`/training/campaigns/${String(second['id'])}/close`);
  });

  it('grows with whoever is registered, shrinks with whoever is suspended, and stands still once closed', async () => {
    const before = (await shown(`campaignId=${campaignId}`)).total.targeted;
    await app.sql(`update welders set status = 'active' where id = 'bulk-000049'`);
    expect((await shown(`campaignId=${campaignId}`)).total.targeted).toBe(before + 1);
    await app.sql(`update welders set status = 'suspended' where id in ('bulk-000000', 'bulk-000002')`);
    expect((await shown(`campaignId=${campaignId}`)).total.targeted).toBe(before - 1);
    await regulator.must(`/training/campaigns/${campaignId}/close`);
    await app.sql(`update welders set status = 'active' where id in ('bulk-000000', 'bulk-000002')`);
    expect((await shown(`campaignId=${campaignId}`)).total.targeted).toBe(before - 1);
    await app.sql(`update training_campaigns set starts_on = '2026-01-01', due_on = '2026-02-01'`);
    const over = (await shown(`campaignId=${campaignId}`)).total;
    expect(over.overdue).toBe(over.targeted - over.passed);
  });
});
