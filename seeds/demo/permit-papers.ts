import { MINUTE, type Instant } from '../../src/kernel/time';
import { iso } from './demo-context';
import type { PermitPlan } from './permit-plans';
import { staffUsername } from './staff';

/** What the standard's form has beside the fields of every permit, at a chemical plant. */
export function formColumns({ regime, serial }: PermitPlan): Record<string, unknown> {
  if (regime !== 'chemical') return { related_tickets: [], risk_analysis: null, work_plan_number: null, video: null }; // prettier-ignore
  return {
    related_tickets: [{ work: 'blind-plate', number: `MB-DEMO-${serial}` }],
    risk_analysis: `JHA-DEMO-${serial}：物料泄漏着火、灼烫、中毒窒息；已隔离置换、连续监测、专人监护`,
    work_plan_number: `FA-DEMO-${serial}`,
    video: { recorder: '防爆记录仪 1 台', keeper: '安全管理部门' },
  };
}

/** Briefed and checked before work began: by whom, and how long before. */
const BEFORE_WORK: readonly (readonly [kind: string, staff: string | null, ms: number])[] = [
  ['briefing', 'enterprise', 20 * MINUTE],
  ['briefing-received', null, 18 * MINUTE],
  ['shift-check', 'safety', 8 * MINUTE],
];

interface Papers {
  readonly plan: PermitPlan;
  readonly happenings: readonly { readonly command: string; readonly at: Instant }[];
}

/** Rows of `permit_paper_records`; null: the watcher. */
export function paperRecordsOf(
  { plan, happenings }: Papers,
  userIds: Readonly<Record<string, string>>,
): Record<string, unknown>[] {
  const began: Instant | undefined = happenings.find(({ command }) => command === 'start')?.at;
  if (plan.regime !== 'chemical' || began === undefined) return [];
  return BEFORE_WORK.map(([kind, staff, ms]) => ({
    ...{ round: 1, kind, at: iso(began - ms), comment: null },
    user_id: userIds[staff === null ? plan.watcher : staffUsername(staff, plan.enterprise)] ?? null,
  }));
}
