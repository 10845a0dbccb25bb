import type { RuleBook } from '../../../src/domain/rules/rule-book';
import { DAY, HOUR, shanghaiDate } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import { insertDrawing } from '../coming-in/demo-photo';
import * as county from '../county';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';
import { staffName, staffUsername } from '../staff';
import { insertChecks, insertRepairs } from './upkeep';
import { insertDrills, insertSelfChecks, insertTicks } from './self-checks';

const SIGNATURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><rect width="640" height="480" fill="#fff"/>
  <path d="M110 300c70-160 110-130 80-10s50 50 90-50 50 20 30 60 100 0 140-90" fill="none" stroke="#1d2733" stroke-width="9" stroke-linecap="round"/></svg>`;

interface Report {
  readonly enterprise: number;
  readonly by: string;
  readonly named: boolean;
  readonly ago: number;
  readonly text: string;
  readonly place: string;
  readonly answer?: string;
}

const REPORTS: readonly Report[] = [
  { enterprise: 0, by: 'welder', named: false, ago: 1, text: '演示：气瓶间通风扇不转，已有两天', place: '气瓶间' },
  { enterprise: 0, by: 'firewatch', named: true, ago: 12, text: '演示：二号车间灭火器压力不足', place: '二号车间', answer: '演示：已全部更换' },
  { enterprise: 4, by: 'firewatch', named: false, ago: 9, text: '演示：夜班动火没有监护人', place: '装配车间' },
]; // prettier-ignore
const ANSWER_DAYS = 5;

/** What enterprises do by themselves: checks, drills, what their people report, contracts. */
export async function insertOwnWork(
  tx: Tx,
  context: DemoContext,
  made: DemoCounty,
  { photoId, book }: { readonly photoId: string; readonly book: RuleBook },
): Promise<void> {
  const signatureId = await insertDrawing(tx, context, SIGNATURE, made.userIds['leader'] ?? null);
  const world = { photoId, signatureId, book };
  await insertSelfChecks(tx, context, made, world);
  await insertTicks(tx, context, made, world);
  await insertDrills(tx, context, made, world);
  await insertReports(tx, context, made);
  await insertContracts(tx, context, made, photoId);
  await insertChecks(tx, context, made, photoId);
  await insertRepairs(tx, context, made);
}

async function insertReports(tx: Tx, { now, ids }: DemoContext, made: DemoCounty): Promise<void> {
  const found = REPORTS.map(({ enterprise, by, named, ago, text, place, answer }) => {
    const at = now - ago * DAY;
    const username = by === 'welder' ? by : staffUsername(by, enterprise);
    const answered = answer !== undefined;
    const row = {
      ...{ id: ids.next(at), enterprise_id: made.enterpriseIds[enterprise], region_code: county.enterprise(enterprise).regionCode },
      ...{ text, place, photo_ids: [], reporter_name: named ? staffName(username) : null, state: answered ? 'answered' : 'open' },
      ...{ reported_at: iso(at), due_at: iso(at + ANSWER_DAYS * DAY) },
      ...{ risen_at: !answered && ago > ANSWER_DAYS ? iso(at + ANSWER_DAYS * DAY) : null },
      ...{ outcome: answered ? 'true' : null, answer: answer ?? null },
      ...{ answered_by: answered ? made.userIds[staffUsername('safety', enterprise)] : null },
      answered_at: answered ? iso(at + 6 * HOUR) : null,
    };
    return { row, username };
  });
  await bulkInsert(tx, 'internal_reports', found.map(({ row }) => row));
  await bulkInsert(tx, 'internal_reporters', found.map(({ row, username }) => ({ report_id: row.id, user_id: made.userIds[username] })));
  const rewarded = found.find(({ row }) => row.state === 'answered');
  await bulkInsert(tx, 'internal_rewards', rewarded ? [
    {
      ...{ id: ids.next(now - 10 * DAY), report_id: rewarded.row.id, state: 'proposed', yuan: 200, what: '演示：隐患报告奖' },
      ...{ proposed_by: made.userIds['safety'], proposed_at: iso(now - 10 * DAY) },
    },
  ] : []);
} // prettier-ignore

interface Contract {
  readonly client: number;
  readonly contractor: number;
  readonly work: string;
  /** Days from now until the agreement ends; null: none was handed in. */
  readonly agreement: number | null;
}

const CONTRACTS: readonly Contract[] = [
  { client: 0, contractor: 5, work: '演示：钢结构平台焊接', agreement: 80 },
  { client: 0, contractor: 9, work: '演示：管道改造', agreement: null },
  { client: 2, contractor: 5, work: '演示：设备检修', agreement: -6 },
];

async function insertContracts(tx: Tx, { now, ids }: DemoContext, made: DemoCounty, photoId: string): Promise<void> {
  const day = (days: number): string => shanghaiDate(now + days * DAY);
  const rows = CONTRACTS.map(({ client, contractor, work, agreement }) => ({
    ...{ id: ids.next(now - 40 * DAY), client_id: made.enterpriseIds[client], contractor_id: made.enterpriseIds[contractor] },
    ...{ client_region: county.enterprise(client).regionCode, contractor_region: county.enterprise(contractor).regionCode },
    ...{ kind: 'contracting', work, qualification: '演示：钢结构工程专业承包三级', qualification_until: day(300) },
    ...{ starts_on: day(-40), ends_on: day(90), machine_ids: [made.machineIds[county.machineOf(contractor, 0)]] },
    ...{ welder_ids: [], agreement_file_ids: agreement === null ? [] : [photoId] },
    ...{ agreement_signed_on: agreement === null ? null : day(-40), agreement_until: agreement === null ? null : day(agreement) },
    ...{ made_by: made.userIds[staffUsername('enterprise', client)], made_at: iso(now - 40 * DAY) },
  }));
  await bulkInsert(tx, 'contracts', rows);
} // prettier-ignore
