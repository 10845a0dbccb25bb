import { drawPairs, type DrawnPair } from '../../../src/domain/inspections/draw';
import { commitmentOf, inOrder, listHashOf, seedOf, type DrawList } from '../../../src/domain/inspections/draw-list';
import { quotasFor } from '../../../src/domain/inspections/quotas';
import { STRATA, stratumOf, type Stratum } from '../../../src/domain/inspections/strata';
import type { RuleBook } from '../../../src/domain/rules/rule-book';
import { DAY, HOUR, shanghaiDate, type Instant } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import * as county from '../county';
import { iso, range, type DemoContext, type DemoCounty } from '../demo-context';
import { staffName } from '../staff';

const OFFICERS = ['inspector', 'inspector-b', 'inspector-c', 'inspector-d'] as const;
const COMMITTED_BY = ['inspector', 'regulator'] as const;
const DRAWN = 8;
const TWO = 2;

export interface SettledDraw {
  readonly id: string;
  readonly settledAt: Instant;
  readonly dueOn: string;
  readonly pairs: readonly DrawnPair[];
}

/** 双随机: one that was drawn twelve days ago and can be verified, one published this morning to which nobody has committed. */
export async function insertDraws(tx: Tx, context: DemoContext, made: DemoCounty, book: RuleBook): Promise<SettledDraw> {
  const { now, ids } = context;
  const [before, today] = [now - 12 * DAY, now - HOUR];
  const drawn = published(context, made, book, { name: '演示：本月动火作业双随机抽查', at: before, count: DRAWN });
  const values = COMMITTED_BY.map((officer) => `${officer} ${ids.next(before)}`) as [string, string];
  const settledAt = before + 3 * HOUR;
  const seed = seedOf(values, drawn.list_hash);
  const pairs = drawPairs(drawn.list, seed);
  const open = published(context, made, book, { name: '演示：下月特种设备双随机抽查', at: today, count: DRAWN });
  await bulkInsert(tx, 'inspection_draws', [
    { ...drawn, state: 'drawn', seed, pairs, settled_at: iso(settledAt) },
    { ...open, kind: 'equipment', state: 'published', seed: null, pairs: null, settled_at: null },
  ]);
  const commitments = values.map((value, n) => ({
    ...{ draw_id: drawn.id, place: n + 1, officer_id: made.userIds[COMMITTED_BY[n] ?? ''], hash: commitmentOf(value) },
    ...{ committed_at: iso(before + (n + 1) * HOUR), value, revealed_at: iso(settledAt - (1 - n) * HOUR) },
  }));
  await bulkInsert(tx, 'draw_commitments', commitments);
  return { id: drawn.id, settledAt, dueOn: drawn.due_on, pairs };
} // prettier-ignore

function published(
  { ids }: DemoContext,
  made: DemoCounty,
  book: RuleBook,
  { name, at, count }: { readonly name: string; readonly at: Instant; readonly count: number },
) {
  const where = { regionCode: county.COUNTY };
  const list = listOf(made, name, count, book.value<Record<Stratum, number>>('inspection.stratum-weights', where, at));
  const hours = book.value<number>('inspection.reveal-hours', where, at);
  return {
    ...{ id: ids.next(at), name, region_code: county.COUNTY, kind: 'hot-work', due_on: shanghaiDate(at + 30 * DAY) },
    ...{ list, list_hash: listHashOf(list), published_by: made.userIds['regulator'], published_at: iso(at) },
    deadline_at: iso(at + hours * HOUR),
  };
}

/** All enterprises of the county: dangerous trades in the first stratum, the others had no case before. */
function listOf(made: DemoCounty, name: string, count: number, weights: Record<Stratum, number>): DrawList {
  const targets = range(county.ENTERPRISES).map((n) => {
    const { name: firm, regionCode, industry } = county.enterprise(n);
    const stratum = stratumOf({ dangerousTrade: industry === 'chemical', cases: 0, grave: 0 });
    return { id: made.enterpriseIds[n] ?? '', name: firm, regionCode, stratum };
  });
  const officers = OFFICERS.map((username) => ({
    ...{ id: made.userIds[username] ?? '', name: staffName(username), regionCode: county.COUNTY },
  }));
  const sizes = Object.fromEntries(
    STRATA.map((one) => [one, targets.filter(({ stratum }) => stratum === one).length]),
  ) as Record<Stratum, number>;
  return inOrder({
    ...{ version: 1, name, regionCode: county.COUNTY, targets, officers, exclusions: [], weights },
    ...{ quotas: quotasFor(sizes, weights, count), officersPerTarget: TWO, crossTown: false },
  });
}
