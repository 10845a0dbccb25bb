import { INSPECTION_STATES, INSPECTION_STEPS, type InspectionKind, type InspectionState } from '../../../src/domain/inspections/inspection-life-cycle'; // prettier-ignore
import type { RuleBook } from '../../../src/domain/rules/rule-book';
import { DAY, MINUTE, shanghaiDate, type Instant } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import * as county from '../county';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';
import { foundAt } from '../violations';
import { insertDraws } from './draws';

interface Planned {
  readonly enterprise: number;
  readonly kind: InspectionKind;
  readonly state: InspectionState;
  readonly officer: 'inspector' | 'inspector-b' | 'inspector-c';
  readonly dueIn: number;
  /** Which of the demo's findings was made there. */
  readonly finding?: number;
}

/** What the regulator planned beside the draw: due today, overdue, half way, and at its end. */
const PLANNED: readonly Planned[] = [
  { enterprise: 9, kind: 'equipment', state: 'planned', officer: 'inspector', dueIn: 0 },
  { enterprise: 24, kind: 'premises', state: 'planned', officer: 'inspector', dueIn: -2 },
  { enterprise: 15, kind: 'premises', state: 'planned', officer: 'inspector-c', dueIn: 1 },
  { enterprise: foundAt(2), kind: 'hot-work', state: 'explained', officer: 'inspector', dueIn: 3, finding: 2 },
  { enterprise: foundAt(0), kind: 'hot-work', state: 'signed', officer: 'inspector', dueIn: 2, finding: 0 },
  { enterprise: 30, kind: 'equipment', state: 'accepted', officer: 'inspector-b', dueIn: -1 },
  { enterprise: 18, kind: 'premises', state: 'published', officer: 'inspector-b', dueIn: -4 },
];

/** How far those of the draw have come, in the order in which they were drawn. */
const OF_DRAW: readonly InspectionState[] = ['published', 'published', 'accepted', 'signed', 'looked'];
const RESULTS = ['演示：未发现问题', '演示：发现气管老化，已当场更换', '演示：灭火器压力不足，已更换'] as const;

interface World {
  readonly signatureId: string;
  readonly violationIds: readonly string[];
  readonly book: RuleBook;
}

interface Visit {
  readonly source: 'planned' | 'drawn';
  readonly drawId: string | null;
  readonly kind: InspectionKind;
  readonly state: InspectionState;
  readonly enterprise: number;
  readonly officerIds: readonly string[];
  readonly dueOn: string;
  readonly createdAt: Instant;
}

/** 检查: visits of a draw and of the regulator's own plan, with the steps that were taken. */
export async function insertInspections(tx: Tx, context: DemoContext, made: DemoCounty, world: World): Promise<void> {
  const { now } = context;
  const draw = await insertDraws(tx, context, made, world.book);
  const drawn = draw.pairs.map(({ targetId, officerIds }, n): Visit => ({
    ...{ source: 'drawn', drawId: draw.id, kind: 'hot-work', state: OF_DRAW[n] ?? 'planned', officerIds },
    ...{ enterprise: made.enterpriseIds.indexOf(targetId), dueOn: draw.dueOn, createdAt: draw.settledAt },
  }));
  const planned = PLANNED.map(({ enterprise, kind, state, officer, dueIn }): Visit => ({
    ...{ source: 'planned', drawId: null, kind, state, enterprise, officerIds: [made.userIds[officer] ?? ''] },
    ...{ dueOn: shanghaiDate(now + dueIn * DAY), createdAt: now - 8 * DAY },
  }));
  const visits = [...drawn, ...planned].map((visit, n) => ({
    ...inspection(context, made, world, visit, n),
    steps: stepsOf(made, visit, n),
  }));
  await bulkInsert(tx, 'inspections', visits.map(({ row }) => row)); // prettier-ignore
  await bulkInsert(tx, 'inspection_steps', visits.flatMap(({ row, steps }) => steps.map((step) => ({ inspection_id: row.id, ...step })))); // prettier-ignore
  const findings = PLANNED.flatMap(({ finding }, n) =>
    finding === undefined
      ? []
      : [{ violation_id: world.violationIds[finding], inspection_id: visits[drawn.length + n]?.row.id }],
  );
  await bulkInsert(tx, 'inspection_findings', findings);
}

const passed = (state: InspectionState): number => INSPECTION_STATES.indexOf(state);

function inspection(
  { ids }: DemoContext,
  { enterpriseIds, userIds }: DemoCounty,
  { signatureId, book }: World,
  visit: Visit,
  n: number,
) {
  const { source, drawId, kind, state, enterprise, officerIds, dueOn, createdAt } = visit;
  const { regionCode, contactName } = county.enterprise(enterprise);
  const published = state === 'published';
  const signed = passed(state) >= passed('signed');
  const checks = book.value<Record<string, readonly { code: string }[]>>('inspection.checklists', { regionCode }, createdAt);
  const answers = Object.fromEntries((checks[kind] ?? []).map(({ code }, c) => [code, c === 3 && n % 3 === 1 ? 'no' : 'yes']));
  const row = {
    ...{ id: ids.next(createdAt + n * MINUTE), source, draw_id: drawId, kind, state, region_code: regionCode },
    ...{ enterprise_id: enterpriseIds[enterprise], due_on: dueOn, officer_ids: officerIds },
    ...{ created_by: userIds['regulator'], created_at: iso(createdAt), answers: state === 'planned' ? {} : answers },
    ...{ signed_name: signed ? contactName : null, signature_id: signed ? signatureId : null },
    ...{ result: published ? RESULTS[n % RESULTS.length] : null, published_by: published ? userIds['regulator'] : null },
    published_at: published ? iso(lookedAt(visit, n) + DAY) : null,
  };
  return { row };
} // prettier-ignore

/** Each visit on another day after it was planned, none of them later than now. */
const lookedAt = ({ createdAt }: Visit, n: number): Instant => createdAt + (1 + (n % 5)) * DAY;

function stepsOf({ userIds }: DemoCounty, visit: Visit, n: number) {
  return INSPECTION_STEPS.slice(0, passed(visit.state)).map((step, k) => {
    const at = iso(step === 'publish' ? lookedAt(visit, n) + DAY : lookedAt(visit, n) + k * 6 * MINUTE);
    const place = step === 'look' ? county.siteOf(visit.enterprise) : { lat: null, lng: null };
    const takenBy = step === 'publish' ? userIds['regulator'] : visit.officerIds[0];
    return { step, taken_by: takenBy, taken_at: at, given_at: at, ...place };
  });
}
