import { monthsAfter, monthsFor, periodAround, type Cadence, type CheckPeriod, type SelfCheckCadence } from '../../../src/domain/self-checks/cadence'; // prettier-ignore
import type { CheckItem } from '../../../src/domain/self-checks/self-check';
import type { RuleBook } from '../../../src/domain/rules/rule-book';
import { DAY, shanghaiDate, shanghaiMidnight, type Instant } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import * as county from '../county';
import { iso, range, type DemoContext, type DemoCounty } from '../demo-context';
import { staffName, staffUsername } from '../staff';

export interface OwnWorld {
  readonly photoId: string;
  readonly signatureId: string;
  readonly book: RuleBook;
}

/** 企业自查: the period before and the running one; some firms are late, some have done it already. */
export async function insertSelfChecks(tx: Tx, context: DemoContext, made: DemoCounty, world: OwnWorld): Promise<void> {
  const { now, ids } = context;
  const checks = range(county.ENTERPRISES).flatMap((n) => {
    const { regionCode, industry } = county.enterprise(n);
    const cadence = world.book.value<SelfCheckCadence>('self-check.cadence', { regionCode }, now);
    const months = monthsFor(industry, cadence);
    const running = periodAround(months, now);
    const before = periodAround(months, shanghaiMidnight(running.from) - DAY);
    const signedBefore = n % 6 === 4 ? null : shanghaiMidnight(before.to) - (n % 9) * DAY;
    const begun = Math.max(shanghaiMidnight(running.from), now - (n % 4) * DAY);
    return [check(before, signedBefore, n), check(running, n % 5 === 3 ? Math.min(begun, now) : null, n)];
  });
  await bulkInsert(tx, 'self_checks', checks.map(({ row }) => row)); // prettier-ignore

  function check(period: CheckPeriod, signedAt: Instant | null, n: number) {
    const leader = staffUsername('leader', n);
    const openedAt = Math.min(shanghaiMidnight(period.from), now);
    const row = {
      ...{ id: ids.next(openedAt + n), enterprise_id: made.enterpriseIds[n], region_code: county.enterprise(n).regionCode },
      ...{ period_from: period.from, period_to: period.to, due_on: period.to, opened_at: iso(openedAt) },
      ...{ led_by: signedAt === null ? null : made.userIds[leader], signed_name: signedAt === null ? null : staffName(leader) },
      ...{ signature_id: signedAt === null ? null : world.signatureId, signed_at: signedAt === null ? null : iso(signedAt) },
    };
    return { row };
  } // prettier-ignore
}

/** What the visitor's firm has ticked of the running check: the first items are in order, one is not. */
export async function insertTicks(tx: Tx, { now }: DemoContext, made: DemoCounty, world: OwnWorld): Promise<void> {
  const { regionCode } = county.enterprise(0);
  const items = world.book.value<CheckItem[]>('self-check.items', { regionCode }, now);
  const [open] = await tx.query<{ id: string }>(
    'select id from self_checks where enterprise_id = $1 and signed_at is null order by id desc limit 1',
    [made.enterpriseIds[0]],
  );
  const ticked = items.slice(0, 4).map(({ code }, i) => ({
    ...{
      check_id: open?.id,
      code,
      answer: i === 2 ? 'no' : 'yes',
      note: i === 2 ? '演示：两台焊机电缆绝缘破损' : null,
    },
    ...{ photo_ids: i === 2 ? [world.photoId] : [], answered_by: made.userIds['safety'], answered_at: iso(now) },
  }));
  if (open) await bulkInsert(tx, 'self_check_answers', ticked);
}

const KINDS = ['evacuation', 'fire', 'rescue'] as const;

/** 应急演练: some on record, some firms late; the visitor's firm owes its next one soon. */
export async function insertDrills(tx: Tx, context: DemoContext, made: DemoCounty, world: OwnWorld): Promise<void> {
  const { now, ids } = context;
  const held = (n: number): Instant | null => {
    if (n === 0) return now - 350 * DAY;
    return n % 3 === 0 ? now - (20 + n * 2) * DAY : null;
  };
  const dueOf = (n: number): string => {
    const { regionCode, industry } = county.enterprise(n);
    const months = monthsFor(industry, world.book.value<Cadence>('drill.cadence', { regionCode }, now));
    const last = held(n);
    if (last !== null) return monthsAfter(shanghaiDate(last), months);
    return shanghaiDate(now + (n % 7 === 5 ? -12 : 60 + n) * DAY);
  };
  const drills = range(county.ENTERPRISES).flatMap((n) => {
    const at = held(n);
    if (at === null) return [];
    return [
      {
        ...{ id: ids.next(at + DAY), enterprise_id: made.enterpriseIds[n], region_code: county.enterprise(n).regionCode },
        ...{ kind: KINDS[(n / 3) % KINDS.length], held_on: shanghaiDate(at), place: county.enterprise(n).shortName },
        ...{ course: '演示：拉响警报，按疏散路线撤离到集合点，清点人数，使用灭火器扑灭油盆火', head_count: 12 + n },
        ...{ people: [], photo_ids: [world.photoId], shortcomings: n % 2 ? '演示：部分人员不熟悉集合点' : '' },
        ...{ remedies: n % 2 ? '演示：重新张贴疏散图并补训' : '', next_due_on: dueOf(n) },
        ...{ recorded_by: made.userIds[staffUsername('safety', n)], recorded_at: iso(at + DAY) },
      },
    ];
  });
  await bulkInsert(tx, 'drills', drills);
  const duties = range(county.ENTERPRISES).map((n) => {
    const at = held(n);
    return {
      ...{ enterprise_id: made.enterpriseIds[n], region_code: county.enterprise(n).regionCode },
      ...{ last_held_on: at === null ? null : shanghaiDate(at), due_on: dueOf(n) },
    };
  });
  await bulkInsert(tx, 'drill_duties', duties);
} // prettier-ignore
