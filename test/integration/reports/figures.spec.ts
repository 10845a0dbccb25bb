import { Client } from 'pg';
import { BEHIND, FLOWS, MEANS, SHARES, STOCKS, type Figure } from '../../../src/domain/reports/figures';
import { periodNamed, type ReportPeriod } from '../../../src/domain/reports/report-period';
import { DAY, HOUR, shanghaiDate } from '../../../src/kernel/time';
import { RegionsReader } from '../../../src/modules/regions/regions.reader';
import type { ReportContent } from '../../../src/modules/reports/compose-report';
import { ReportMaker } from '../../../src/modules/reports/report-maker';
import { systemScope } from '../../../src/platform/database/scope';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { randomFrom } from '../inventory/random-history';
import { FilledRows } from './filled-rows';

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

type Row = Record<string, unknown> & { region: string; enterprise: string | null };
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
const tables: Record<string, Record<string, unknown>[]> = {};

beforeAll(
  async () => {
    database = await freshDatabase();
    const client = new Client({ connectionString: database.url });
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
      for (const command of steps) await insert('violation_history', { ...history, command, at: (at += Math.floor(random() * 5 * DAY)) }); // prettier-ignore
    }
    await client.end();
  },
  60_000 + ROWS * 60,
);
afterAll(() => database?.close());

const make = (period: ReportPeriod, region: string, at = AT): Promise<ReportContent> =>
  database.uow.run(systemScope('test'), (tx) => new ReportMaker(new RegionsReader()).make(tx, period, region, at));

/** Each figure said anew, row by row. */
function oracle(figure: Figure, { from, to }: { from: number; to: number }, mine: (row: Row) => boolean): number {
  const rows = (table: string): Row[] =>
    (tables[table] ?? []).map((row) => ({ ...row, region: String(row['region_code']), enterprise: row['enterprise_id'] as string | null })); // prettier-ignore
  const count = (table: string, that: (row: Row) => boolean): number =>
    rows(table).filter((row) => mine(row) && that(row)).length;
  const of = (parent: string, key: string) => (row: Row): Row | undefined => rows(parent).find((one) => one['id'] === row[key]); // prettier-ignore
  const within = (value: unknown): boolean => typeof value === 'number' && from <= value && value < to;
  const before = (value: unknown): boolean => typeof value === 'number' && value < to;
  const joined = (table: string, parent: string, key: string, that: (row: Row) => boolean): number =>
    rows(table).filter((row) => mine(of(parent, key)(row)!) && that(row)).length;
  const lastDay = shanghaiDate(to - 1);
  const lives = (row: Row): boolean =>
    before(row['created_at']) && !(row['status'] === 'scrapped' && before(row['out_since']));
  const fitted = (row: Row): boolean =>
    rows('chip_bindings').some(
      (one) => one['machine_id'] === row['id'] && before(one['bound_at']) && !before(one['unbound_at']),
    );
  const person = (row: Row): boolean => row['same_person_as'] === null && before(row['created_at']);
  const has = (table: string, row: Row, time: string): boolean =>
    rows(table).some(
      (one) => one['welder_id'] === row['id'] && before(one[time]) && String(one['valid_to']) >= lastDay,
    );
  const kept = (row: Row): boolean => row['certainty'] !== 'withdrawn';
  const open = (row: Row): boolean => kept(row) && before(row['found_at']) && !before(row['closed_at']);
  const late = (row: Row): boolean => typeof row['due_at'] === 'number' && Number(row['closed_at']) > row['due_at'];
  const steps = (command: string): Row[] =>
    rows('violation_history').filter((row) => {
      const its = of('violations', 'violation_id')(row)!;
      return row['command'] === command && within(row['at']) && kept(its) && mine(its);
    });
  const first = (row: Row): boolean =>
    rows('violation_history').find((one) => one['violation_id'] === row['violation_id'] && one['command'] === 'assign')!['at'] === row['at']; // prettier-ignore
  const seconds = (its: Row, until: unknown): number => Math.floor((Number(until) - Number(its['raised_at'])) / 1000);
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
  const share = (part: Figure, whole: number): number => oracle(part, { from, to }, mine) / whole;
  const counts: Record<Figure, () => number> = {
    'machines-registered': () => count('machines', (row) => within(row['created_at'])),
    'chips-fitted': () => joined('chip_bindings', 'machines', 'machine_id', (row) => within(row['bound_at'])),
    'welders-registered': () => count('welders', (row) => row['same_person_as'] === null && within(row['created_at'])),
    'certificates-verified': () => joined('certificates', 'welders', 'welder_id', (row) => within(row['verified_at'])),
    'trainings-passed': () => joined('training_passes', 'welders', 'welder_id', (row) => within(row['passed_at'])),
    'permits-issued': () => count('permits', (row) => within(row['issued_at'])),
    jobs: () => count('jobs', (row) => row['state'] !== 'failed' && within(row['reserved_at'])),
    refused: () => count('decisions', (row) => !row['allowed'] && row['purpose'] !== 'dry-run' && within(row['at'])),
    'off-platform': () => count('violations', (row) => row['kind'] === 'off-platform' && kept(row) && within(row['found_at'])), // prettier-ignore
    found: () => count('violations', (row) => kept(row) && within(row['found_at'])),
    closed: () => count('violations', (row) => kept(row) && within(row['closed_at'])),
    'closed-late': () => count('violations', (row) => kept(row) && within(row['closed_at']) && late(row)),
    machines: () => count('machines', lives),
    'machines-to-fit': () => count('machines', (row) => lives(row) && (row['control'] !== 'code-only' || fitted(row))),
    'machines-fitted': () => count('machines', (row) => lives(row) && fitted(row)),
    welders: () => count('welders', person),
    'welders-certified': () => count('welders', (row) => person(row) && has('certificates', row, 'verified_at')),
    'welders-trained': () => count('welders', (row) => person(row) && has('training_passes', row, 'passed_at')),
    open: () => count('violations', open),
    overdue: () => count('violations', (row) => open(row) && before(row['due_at'])),
    'chip-share': () => share('machines-fitted', counts['machines-to-fit']()),
    'certified-share': () => share('welders-certified', counts.welders()),
    'trained-share': () => share('welders-trained', counts.welders()),
    'off-platform-share': () => share('off-platform', counts['off-platform']() + counts.jobs()),
    responded: () => steps('assign').filter(first).length,
    'response-seconds': () =>
      sum(
        steps('assign')
          .filter(first)
          .map((row) => seconds(of('violations', 'violation_id')(row)!, row['at'])),
      ),
    'response-hours': () => counts['response-seconds']() / 3600 / counts.responded(),
    'falsely-rectified': () => steps('reopen').length,
    'closing-seconds': () =>
      sum(
        rows('violations')
          .filter((row) => mine(row) && kept(row) && within(row['closed_at']))
          .map((row) => seconds(row, row['closed_at'])),
      ),
    'closing-hours': () => counts['closing-seconds']() / 3600 / counts.closed(),
    'in-time-share': () => (counts.closed() - counts['closed-late']()) / counts.closed(),
  };
  return counts[figure]();
}

const ALL: readonly Figure[] = [...FLOWS, ...STOCKS, ...SHARES, ...MEANS];
const inRegion = (region: string) => (row: Row): boolean => row.region.startsWith(region); // prettier-ignore
const periods = (report: ReportContent, at: number) =>
  (['now', 'before', 'lastYear'] as const).map((when) => {
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
    const wrong = report.total.flatMap((line) =>
      periods(report, AT).map((asked) => {
        const expected = oracle(line.figure, asked, inRegion(region));
        return { figure: line.figure, ...asked, found: line[asked.when], expected: Number.isNaN(expected) ? null : expected };
      }),
    ).filter(({ found, expected }) => found !== expected); // prettier-ignore
    expect(wrong).toEqual([]);
    expect(new Set(report.total.map(({ figure }) => figure)).size).toBe(ALL.length - BEHIND.length);
  });

  it('by town and by trade they are those of the town and of the trade, and counts add up', async () => {
    const report = await make(WEEK, '411003');
    const [now] = periods(report, AT);
    for (const part of report.parts) {
      const mine = part.code === '411003' ? (row: Row) => row.region === '411003' : inRegion(part.code);
      for (const { figure, now: found } of part.figures)
        expect([part.code, figure, found ?? NaN]).toEqual([part.code, figure, oracle(figure, now!, mine)]);
    }
    for (const trade of report.trades) {
      const industryOf = (row: Row) =>
        tables['enterprises']?.find(({ id }) => id === row.enterprise)?.['industry'] ?? 'other';
      for (const { figure, now: found } of trade.figures)
        expect([trade.code, figure, found ?? NaN]).toEqual([trade.code, figure, oracle(figure, now!, (row) => row.region.startsWith('411003') && industryOf(row) === trade.code)]); // prettier-ignore
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
    expect(report.overdue.length).toBe(Math.min(200, report.total.find(({ figure }) => figure === 'overdue')!.now!));
    const days = report.overdue.map(({ daysLate }) => daysLate);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    expect(report.overdue.every(({ place }) => place !== null)).toBe(true);
  });

  it('a week without anything is a week of noughts', async () => {
    const report = await make(periodNamed('weekly', '2020-W10')!, '411003', AT + HOUR);
    expect(report.total.every(({ now }) => now === 0 || now === null)).toBe(true);
  });
});
