import { randomBytes } from 'node:crypto';
import { makeTrackingCode, TRACKING_RANDOM_BYTES } from '../../../src/domain/tips/tracking-code';
import type { TipKind, TipOutcome } from '../../../src/domain/tips/tip-kinds';
import type { TipCommand, TipState } from '../../../src/domain/tips/tip-life-cycle';
import type { RuleBook } from '../../../src/domain/rules/rule-book';
import { DAY, HOUR, MINUTE, type Instant } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import * as county from '../county';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';
import { inventedPhone } from '../invented-people';

interface Told {
  readonly hoursAgo: number;
  readonly kind: TipKind;
  readonly state: TipState;
  readonly at: number;
  readonly text: string;
  readonly sentTo?: 'grid' | 'inspector';
  readonly task?: string;
  readonly dueInHours?: number;
  readonly outcome?: TipOutcome;
  /** Which of the demo's findings came of it. */
  readonly finding?: number;
  readonly answer?: string;
  readonly phone?: number;
  /** The tip that tells of the same, by its place in this list. */
  readonly sameAs?: number;
}

/** Reports in each state; the desk, the grid worker and the inspector each have some to do. */
const TOLD: readonly Told[] = [
  { hoursAgo: 0.4, kind: 'no-permit', state: 'received', at: 3, text: '演示：路边门店正在烧电焊，旁边堆着纸箱，没看见有人看火' },
  { hoursAgo: 3, kind: 'uncertified', state: 'received', at: 9, text: '演示：新来的师傅说没有焊工证也能干', phone: 8_301 },
  { hoursAgo: 1, kind: 'no-permit', state: 'merged', at: 3, text: '演示：这家店门口在电焊，火星溅到人行道', sameAs: 0 },
  { hoursAgo: 20, kind: 'unregistered-machine', state: 'accepted', at: 15, text: '演示：仓库里有两台没贴码的电焊机' },
  { hoursAgo: 26, kind: 'chip-tampered', state: 'dispatched', at: 2, text: '演示：有人说把芯片的线接过去就能用', sentTo: 'grid', task: '演示：到店核实焊机芯片是否被改线', dueInHours: 46 },
  { hoursAgo: 132, kind: 'fire-watch-absent', state: 'dispatched', at: 12, text: '演示：工地烧完焊人就走了，没有留人看', sentTo: 'inspector', task: '演示：到工地核实焊后看火情况', dueInHours: -12 },
  { hoursAgo: 50, kind: 'no-permit', state: 'checked', at: 32, text: '演示：沿街门面天天电焊，从没见过作业票', sentTo: 'grid', task: '演示：核实有无作业票', outcome: 'true', finding: 6, phone: 8_302 },
  { hoursAgo: 150, kind: 'uncertified', state: 'closed', at: 37, text: '演示：收废品的自己用气割，没有证', sentTo: 'inspector', task: '演示：核实气割人员持证情况', outcome: 'true', finding: 7, answer: '演示：经核查属实，已责令停止作业并清退无证人员，感谢您的监督。', phone: 8_303 },
  { hoursAgo: 200, kind: 'forged-certificate', state: 'closed', at: 6, text: '演示：听说他的证是买来的', sentTo: 'inspector', task: '演示：查询证件真伪', outcome: 'not', answer: '演示：已在官方平台查询，证件真实有效。' },
  { hoursAgo: 90, kind: 'other', state: 'declined', at: 20, text: '演示：隔壁装修太吵', answer: '演示：噪声不属于本平台受理范围，请拨打 12345。' },
]; // prettier-ignore

export interface TipWorld {
  readonly photoIds: readonly string[];
  readonly violationIds: readonly string[];
  readonly book: RuleBook;
}

/** 举报: what came in, what became of it, and what is paid for it. */
export async function insertTips(tx: Tx, context: DemoContext, made: DemoCounty, world: TipWorld): Promise<void> {
  const told = TOLD.map((one) => ({ ...one, receivedAt: context.now - one.hoursAgo * HOUR }));
  const ids = idsByTime(context, told.map(({ receivedAt }) => receivedAt)); // prettier-ignore
  const rows = told.map((one, n) => tipRow(context, made, world, one, { ids, n }));
  // who tells the same comes after the tip it is merged into
  await bulkInsert(tx, 'tips', rows.filter(({ merged_into }) => merged_into === null)); // prettier-ignore
  await bulkInsert(tx, 'tips', rows.filter(({ merged_into }) => merged_into !== null)); // prettier-ignore
  await bulkInsert(tx, 'tip_steps', told.flatMap((one, n) => stepsOf(context, made, one, ids[n] ?? ''))); // prettier-ignore
  await bulkInsert(tx, 'tip_identities', told.flatMap((one, n) => identityOf(context, one, rows[n]))); // prettier-ignore
  const photos = world.photoIds.map((file_id, n) => ({
    ...{ file_id, tip_id: ids[n === 0 ? 0 : 4], taken_by: 'reporter', shown_to_handler: n > 0 },
  }));
  await bulkInsert(tx, 'tip_photos', photos);
  await insertRewards(tx, context, made, world, ids);
}

/** Ids follow one another in time: a list shows the last one first. */
function idsByTime({ ids }: DemoContext, times: readonly Instant[]): string[] {
  const inTurn = [...times].sort((a, b) => a - b).map((at) => [at, ids.next(at)] as const);
  return times.map((at) => inTurn.find(([then]) => then === at)?.[1] ?? '');
}

type At = Told & { readonly receivedAt: Instant };

function tipRow(
  { now, tipSealer }: DemoContext,
  { userIds }: DemoCounty,
  { violationIds }: TipWorld,
  one: At,
  { ids, n }: { readonly ids: readonly string[]; readonly n: number },
) {
  const { kind, text, state, at, sentTo, outcome, finding, sameAs, receivedAt } = one;
  const trackingHash = tipSealer.trackingHash(makeTrackingCode(randomBytes(TRACKING_RANDOM_BYTES)));
  const handler = sentTo === undefined ? null : userIds[sentTo];
  return {
    ...{ id: ids[n] ?? '', tracking_hash: trackingHash, pin_hash: tipSealer.pinHash(trackingHash, '000000') },
    ...{ kind, text, region_code: county.enterprise(at).regionCode, ...county.siteOf(at), state },
    ...{ has_identity: one.phone !== undefined, received_at: iso(receivedAt), assigned_to: handler },
    ...{ task: one.task ?? null, due_at: one.dueInHours === undefined ? null : iso(now + one.dueInHours * HOUR) },
    ...{ outcome: outcome ?? null, checked_by: outcome ? handler : null },
    checked_at: outcome ? iso(stepAt(receivedAt, 2)) : null,
    violation_id: finding === undefined ? null : violationIds[finding],
    merged_into: sameAs === undefined ? null : (ids[sameAs] ?? null),
    closed_at: state === 'closed' ? iso(stepAt(receivedAt, 3)) : null,
  };
}

/** Which steps led to a state; merging and declining are one. */
const WAY: Readonly<Record<TipState, readonly TipCommand[]>> = {
  received: [],
  accepted: ['accept'],
  dispatched: ['accept', 'dispatch'],
  checked: ['accept', 'dispatch', 'check'],
  closed: ['accept', 'dispatch', 'check', 'close'],
  declined: ['decline'],
  merged: ['merge'],
};

function stepsOf({ ids }: DemoContext, { userIds }: DemoCounty, one: At, tipId: string) {
  return WAY[one.state].map((command, n) => {
    const at = stepAt(one.receivedAt, n);
    const answers = command === 'close' || command === 'decline';
    const note = answers ? (one.answer ?? null) : command === 'check' ? '演示：已到现场核实' : null;
    return {
      ...{ id: ids.next(at), tip_id: tipId, command, taken_at: iso(at), note, for_reporter: answers },
      taken_by: userIds[command === 'check' ? (one.sentTo ?? 'grid') : 'tips'],
    };
  });
}

/** The first step after a quarter of an hour, the others an hour after one another. */
const stepAt = (receivedAt: Instant, step: number): Instant => receivedAt + step * HOUR + 15 * MINUTE;

function identityOf({ tipSealer }: DemoContext, { phone: number }: At, tip: ReturnType<typeof tipRow> | undefined) {
  if (number === undefined || tip === undefined) return [];
  const phone = inventedPhone(number);
  const sealed = tipSealer.seal(tip.id, { phone, about: null, fullText: null });
  return [{ tip_id: tip.id, region_code: tip.region_code, sealed, reporter_key: tipSealer.reporterKey(phone) }];
}

/** One waits for the regulator, one was paid. The sums are the rules'. */
async function insertRewards(
  tx: Tx,
  { now, ids }: DemoContext,
  { userIds }: DemoCounty,
  { book }: TipWorld,
  tipIds: readonly string[],
): Promise<void> {
  const table = book.value<Record<string, Record<string, number>>>('tip.reward-yuan', { regionCode: county.COUNTY }, now);
  const rows = [6, 7].map((n) => {
    const { kind = 'other', at = 0, state } = TOLD[n] ?? {};
    const paid = state === 'closed';
    const proposedAt = now - (paid ? 3 * DAY : 2 * HOUR);
    return {
      ...{ id: ids.next(proposedAt), tip_id: tipIds[n], region_code: county.enterprise(at).regionCode, kind },
      ...{ grade: 'hazard', major: false, insider: false, yuan: table[kind]?.['hazard'], capped_by: null },
      ...{ state: paid ? 'paid' : 'proposed', proposed_by: userIds['tips'], proposed_at: iso(proposedAt) },
      ...{ decided_by: paid ? userIds['regulator'] : null, decided_at: paid ? iso(proposedAt + DAY) : null },
      ...{ paid_by: paid ? userIds['tips'] : null, paid_at: paid ? iso(proposedAt + 2 * DAY) : null },
      paid_how: paid ? '演示：凭查询码和密码现场领取' : null,
    };
  });
  await bulkInsert(tx, 'tip_rewards', rows);
} // prettier-ignore
