import { Client } from 'pg';
import { BEHIND, COMPARED, FLOWS, MEANS, SHARES, STOCKS, type Figure } from '../../../src/domain/reports/figures';
import { periodNamed, type ReportPeriod } from '../../../src/domain/reports/report-period';
import { DAY, HOUR, shanghaiDate, type Period } from '../../../src/kernel/time';
import { RegionsReader } from '../../../src/modules/regions/regions.reader';
import type { ReportContent } from '../../../src/modules/reports/compose-report';
import { ReportMaker } from '../../../src/modules/reports/report-maker';
import { systemScope } from '../../../src/platform/database/scope';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { randomFrom } from '../inventory/random-history';
import { FilledRows } from './filled-rows';
import { fullCount, fullOverdue, fullOverdueChecks } from './full-count';

/** Rows a table; `REPORT_ROWS=20000` is the long run. */
const ROWS = Number(process.env['REPORT_ROWS'] ?? 150);
const AT = Date.parse('2026-11-26T20:00:00+08:00');
const WEEK = periodNamed('weekly', '2026-W47')!;
const RUNNING = periodNamed('monthly', '2026-11')!;
const REGIONS = ['411003', '411003100', '411003100201', '411003101', '411002100'];
const INDUSTRIES = ['chemical', 'repair'];

const REASONS = [
  { code: 'permit.expired', severity: 'block' },
  { code: 'chip.offline', severity: 'block' },
  { code: 'chip.offline', severity: 'block' }, // both outlets: one refusal
  { code: 'weather.wind', severity: 'warn' },
];

const random = randomFrom(20_261_126);
const some = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
/** Mostly around the weeks that are looked at, some on the very edge. */
const time = (): number => {
  const [from, to] = some([[WEEK.from - 9 * DAY, AT], [Date.parse('2025-10-28T00:00:00+08:00'), Date.parse('2025-12-02T00:00:00+08:00')]]); // prettier-ignore
  return random() < 0.1
    ? some([WEEK.from, WEEK.to, WEEK.from - 1, RUNNING.from])
    : from + Math.floor(random() * (to - from));
};
const later = (from: number): number | null => (random() < 0.5 ? null : from + Math.floor(random() * 20 * DAY));
const placed = () => ({ region_code: some(REGIONS), enterprise_id: some(['E1', 'E2', null]) });

let database: TestDatabase;
let client: Client;
const tables: Record<string, Record<string, unknown>[]> = {};

beforeAll(
  async () => {
    database = await freshDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    const filled = new FilledRows(client);
    const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
      const dated = Object.entries(row).map(([name, value]) => [name, name.endsWith('_at') || name === 'at' || name === 'out_since' ? value && new Date(value as number) : value]); // prettier-ignore
      await filled.insert(table, Object.fromEntries(dated) as Record<string, unknown>);
      (tables[table] ??= []).push(row);
    };
    await client.query(`set session_replication_role = replica`); // rows of one table at a time, whatever they point at
    for (const [n, industry] of INDUSTRIES.entries())
      await insert('enterprises', {
        id: `E${n + 1}`,
        name: `E${n + 1}`,
        kind: 'company',
        industry,
        region_code: '411003',
      });
    for (let n = 0; n < ROWS; n += 1) {
      const id = `R${String(n).padStart(6, '0')}`;
      const created_at = time();
      const status = some(['in-service', 'scrapped', 'lost']);
      const control = some(['cut', 'code-only']);
      const out_since = status === 'in-service' ? null : created_at + Math.floor(random() * 10 * DAY);
      await insert('machines', { id, code: id, process: 'MMA', control, status, created_at, out_since, ...placed() });
      await insert('welders', { id, code: id, id_number_hash: id, status: 'active', created_at: time(), same_person_as: random() < 0.1 ? `K${id}` : null, ...placed() }); // prettier-ignore
      const bound_at = time();
      await insert('chip_bindings', { id, chip_no: id, machine_id: id, bound_at, unbound_at: later(bound_at) });
      const verified = random() < 0.7;
      await insert('certificates', {
      id, welder_id: id, kind: 'special-operation', number_hash: id, status: verified ? 'verified' : 'unverified', operations: ['fusion'],
      verified_at: verified ? time() : null, valid_from: '2020-01-01', valid_to: shanghaiDate(time()),
    }); // prettier-ignore
      await insert('training_passes', {
        id,
        code: id,
        welder_id: id,
        campaign_id: id,
        attempt_id: id,
        passed_at: time(),
        valid_to: shanghaiDate(time()),
      });
      await insert('permits', {
        planned_end: new Date('2026-01-02'),
        radius_m: 100,
        id,
        number: id,
        code: id,
        state: 'draft',
        regime: 'general',
        issued_at: random() < 0.5 ? time() : null,
        ...placed(),
      });
      await insert('jobs', {
        source: 'online',
        control: 'cut',
        id,
        state: some(['finished', 'failed', 'stopped']),
        reserved_at: time(),
        ended_at: time(),
        ...placed(),
        machine_id: id,
        welder_id: id,
      });
      await insert('decisions', {
        id,
        at: time(),
        allowed: random() < 0.5,
        purpose: some(['start', 'dry-run']),
        findings: JSON.stringify(REASONS.filter(() => random() < 0.4)),
        ...placed(),
      });
      const history = { violation_id: id, by_name: 'x', to_state: 'assigned' };
      const found_at = time();
      const raised_at = found_at + Math.floor(random() * HOUR);
      const closed_at = later(raised_at);
      await insert('violations', {
      id, kind: some(['off-platform', 'uncertified']), grade: 'alert', severity: 1, source: 'detector', cause: id, certainty: some(['confirmed', 'provisional', 'withdrawn']),
      state: closed_at === null ? 'open' : 'closed', found_at, last_at: found_at, raised_at, closed_at, due_at: random() < 0.8 ? found_at + Math.floor(random() * 10 * DAY) : null, ...placed(),
    }); // prettier-ignore
      const steps = [...['assign', 'reassign', 'rectify', 'reopen', 'assign'].filter(() => random() < 0.5)];
      let at = raised_at;
      await insert('enterprises', { id: `F${id}`, name: 'F', kind: 'company', industry: some(INDUSTRIES), region_code: '411003' }); // prettier-ignore
      const period_from = shanghaiDate(time());
      const signed_at = later(Date.parse(period_from));
      const signature = { led_by: 'x', signed_name: 'xx', signature_id: 'x', signed_at };
      await insert('self_checks', {
        id,
        ...placed(),
        enterprise_id: `F${id}`,
        period_from,
        period_to: shanghaiDate(Date.parse(period_from) + 13 * DAY),
        due_on: shanghaiDate(Date.parse(period_from) + some([13, 13, 20]) * DAY),
        opened_at: time(),
        ...(signed_at !== null && signature),
      });
      if (random() < 0.5) await insert('self_check_findings', { violation_id: id, check_id: id, code: 'x' });
      const held_on = shanghaiDate(time());
      await insert('drills', {
        id,
        ...placed(),
        enterprise_id: 'E1',
        kind: 'evacuation',
        held_on,
        next_due_on: '2030-01-01',
        place: 'xx',
        course: 'xx',
        photo_ids: ['x'],
      });
      for (const command of steps) await insert('violation_history', { ...history, command, at: (at += Math.floor(random() * 5 * DAY)) }); // prettier-ignore
    }
  },
  60_000 + ROWS * 60,
);
afterAll(async () => {
  await client?.end();
  await database?.close();
});

const make = (period: ReportPeriod, region: string, at = AT): Promise<ReportContent> =>
  database.uow.run(systemScope('test'), (tx) => new ReportMaker(new RegionsReader()).make(tx, period, region, at));

const counted = (asked: Period, regions: string, industry: string | null = null) =>
  fullCount(client, { from: asked.from, to: asked.to, regions, industry });

const ALL: readonly Figure[] = [...FLOWS, ...STOCKS, ...SHARES, ...MEANS];
const WHEN = ['now', 'before', 'lastYear'] as const;
const periods = (report: ReportContent, at: number) =>
  WHEN.map((when) => {
    const named = periodNamed(report.kind, { now: report.period, before: report.before, lastYear: report.lastYear }[when].name)!; // prettier-ignore
    return { when, from: named.from, to: Math.min(named.to, at) };
  });

describe('figures of a report', () => {
  it.each([
    ['a week that is over', WEEK, '411003'],
    ['a month that runs', RUNNING, '411003'],
    ['the county of another one', WEEK, '411002'],
    ['the whole country', WEEK, ''],
    ['a town', WEEK, '411003100'],
  ])('%s: each is what a full count finds', async (_, period, region) => {
    const report = await make(period, region);
    for (const asked of periods(report, AT)) {
      const full = await counted(asked, `${region}%`);
      for (const line of report.total)
        expect([asked.when, line.figure, line[asked.when]]).toEqual([asked.when, line.figure, full[line.figure]]);
    }
    expect(new Set(report.total.map(({ figure }) => figure)).size).toBe(ALL.length - BEHIND.length);
  });

  it('by town and by trade they are those of the town and of the trade, and counts add up', async () => {
    const report = await make(WEEK, '411003');
    for (const asked of periods(report, AT)) {
      const expectFull = async (part: ReportContent['parts'][number], regions: string, industry?: string): Promise<void> => {
        const full = await counted(asked, regions, industry);
        const found = part.figures.map((line) => [line.figure, line[asked.when]]);
        expect([part.code, asked.when, found]).toEqual([part.code, asked.when, COMPARED.map((figure) => [figure, full[figure]])]);
      }; // prettier-ignore
      for (const part of report.parts) await expectFull(part, part.code === '411003' ? part.code : `${part.code}%`);
      for (const trade of report.trades) await expectFull(trade, '411003%', trade.code);
    }
    const sum = (parts: ReportContent['parts'], name: Figure) =>
      parts.reduce((all, part) => all + (part.figures.find(({ figure }) => figure === name)?.now ?? 0), 0);
    const total = (name: Figure) => report.total.find(({ figure }) => figure === name)?.now;
    for (const name of ['machines', 'jobs', 'found', 'overdue'] as const)
      expect([sum(report.parts, name), sum(report.trades, name)]).toEqual([total(name), total(name)]);
  });

  it('refusals stand under each reason that blocked, in all three periods', async () => {
    const report = await make(RUNNING, '411003');
    const full = (code: string, asked: { from: number; to: number }): number =>
      tables['decisions']!.filter(({ at, region_code, allowed, purpose, findings }) =>
        Number(at) >= asked.from && Number(at) < asked.to && String(region_code).startsWith('411003') && !allowed && purpose !== 'dry-run' && (JSON.parse(String(findings)) as typeof REASONS).some((one) => one.code === code && one.severity === 'block'),
      ).length; // prettier-ignore
    expect(report.refusals!.map(({ code }) => code).sort()).toEqual(['chip.offline', 'permit.expired']);
    for (const { code, ...found } of report.refusals!) {
      const expected = periods(report, AT).map((asked) => [asked.when, full(code, asked)]);
      expect([code, found]).toEqual([code, Object.fromEntries(expected)]);
    }
  });

  it('names what is overdue, the longest first', async () => {
    const report = await make(WEEK, '411003');
    const named = (all: readonly { id: string; daysLate: number }[]) => all.map(({ id, daysLate }) => ({ id, daysLate })); // prettier-ignore
    const cases = await fullOverdue(client, WEEK.to, '411003%');
    expect(named(report.overdue)).toEqual(cases.slice(0, 200));
    expect(report.overdue.every(({ place }) => place !== null)).toBe(true);
    const checks = await fullOverdueChecks(client, WEEK.to, '411003%');
    expect(named(report.overdueChecks!)).toEqual(checks.slice(0, 200));
    const total = (name: Figure) => report.total.find(({ figure }) => figure === name)?.now;
    expect([cases.length, checks.length]).toEqual([total('overdue'), total('self-checks-overdue')]);
    expect(Math.min(cases.length, checks.length)).toBeGreaterThan(3);
  });

  it('a week without anything is a week of noughts', async () => {
    const report = await make(periodNamed('weekly', '2020-W10')!, '411003', AT + HOUR);
    expect(report.total.every(({ now }) => now === 0 || now === null)).toBe(true);
  });
});
