import { causeKey, recordCause } from '../../src/domain/violations/cause-key';
import type { Grade, ViolationKind, ViolationState } from '../../src/domain/violations/violation-kinds';
import { DAY, HOUR, MINUTE, type Instant } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert } from './bulk-insert';
import * as county from './county';
import { iso, type DemoContext, type DemoCounty } from './demo-context';
import { staffName, staffUsername } from './staff';

interface Finding {
  readonly kind: ViolationKind;
  readonly grade: Grade;
  readonly severity: number;
  readonly state: ViolationState;
  readonly source: 'inspection' | 'detector' | 'tip';
  readonly text: string;
}

/** A few findings of the days before, in each state of the loop; what the simulation does adds live ones. */
const FINDINGS: readonly Finding[] = [
  { kind: 'uncertified', grade: 'hazard', severity: 3, state: 'assigned', source: 'inspection', text: '演示：检查时发现焊工证件过期仍在作业' },
  { kind: 'off-platform', grade: 'alert', severity: 1, state: 'open', source: 'detector', text: '演示：焊机未经平台开机即起弧' },
  { kind: 'no-permit', grade: 'hazard', severity: 2, state: 'rectifying', source: 'inspection', text: '演示：动火作业现场无作业票' },
  { kind: 'unregistered-machine', grade: 'alert', severity: 1, state: 'open', source: 'inspection', text: '演示：现场有一台未登记的焊机' },
  { kind: 'permit-overrun', grade: 'hazard', severity: 1, state: 'review', source: 'detector', text: '演示：作业票到期后仍有燃弧' },
  { kind: 'fire-watch-skipped', grade: 'hazard', severity: 2, state: 'closed', source: 'detector', text: '演示：作业结束后未按规定看火' },
  { kind: 'no-permit', grade: 'hazard', severity: 2, state: 'rectifying', source: 'tip', text: '演示：沿街门面无作业票电焊，已叫停' },
  { kind: 'uncertified', grade: 'hazard', severity: 3, state: 'closed', source: 'tip', text: '演示：无证人员气割，已清退' },
]; // prettier-ignore

/** The firm at which each of them was found, by its place in the list. */
export const foundAt = (finding: number): number => 2 + finding * 5;

/** The way through the loop, and who takes each step. */
const LOOP: readonly { readonly command: string; readonly to: ViolationState; readonly by: 'inspector' | 'safety' | 'grid'; readonly note: string }[] = [
  { command: 'assign', to: 'assigned', by: 'inspector', note: '请在期限内整改' },
  { command: 'rectify', to: 'rectifying', by: 'safety', note: '已停止作业并整改' },
  { command: 'review', to: 'review', by: 'grid', note: '已到现场查看' },
  { command: 'close', to: 'closed', by: 'inspector', note: '整改到位，予以销号' },
]; // prettier-ignore

const stepsTo = (state: ViolationState): typeof LOOP => LOOP.slice(0, LOOP.findIndex(({ to }) => to === state) + 1);

/** Answers the ids in the order of the findings. */
export async function insertViolations(tx: Tx, context: DemoContext, made: DemoCounty): Promise<string[]> {
  // the oldest first, as they were found: lists go by the order of their ids
  const found = FINDINGS.map((finding, n) => ({ finding, n }))
    .reverse()
    .map(({ finding, n }) => violation(context, made, finding, n));
  await bulkInsert(tx, 'violations', found.map(({ row }) => row)); // prettier-ignore
  await bulkInsert(tx, 'violation_history', found.flatMap(({ history }) => history)); // prettier-ignore
  return found.map(({ row }) => row.id).reverse();
}

function violation({ now, ids }: DemoContext, made: DemoCounty, finding: Finding, n: number) {
  const enterprise = foundAt(n);
  const id = ids.next(now);
  const machineId = made.machineIds[county.machineOf(enterprise, 0)];
  const seenAt = now - n * 7 * HOUR - HOUR;
  const steps = stepsTo(finding.state);
  const at = (command: string): string | null => {
    const step = steps.findIndex((one) => one.command === command);
    return step < 0 ? null : iso(stepAt(seenAt, step));
  };
  const inspected = finding.source !== 'detector';
  const finder = finding.source === 'tip' ? 'grid' : 'inspector';
  const row = {
    id,
    ...{
      kind: finding.kind,
      grade: finding.grade,
      severity: finding.severity,
      state: finding.state,
      source: finding.source,
    },
    certainty: inspected ? 'confirmed' : 'provisional',
    cause: inspected ? recordCause(id) : causeKey(finding.kind, { machineId }),
    region_code: county.enterprise(enterprise).regionCode,
    enterprise_id: made.enterpriseIds[enterprise],
    machine_id: machineId,
    place: county.enterprise(enterprise).shortName,
    ...county.siteOf(enterprise),
    ...{ description: finding.text, evidence: {}, photo_ids: [], occurrences: 1 },
    ...{ found_at: iso(seenAt), last_at: iso(seenAt), raised_at: iso(seenAt), due_at: iso(now + 3 * DAY) },
    raised_by: inspected ? made.userIds[finder] : null,
    assigned_to: at('assign') === null ? null : made.userIds['grid'],
    rectifiers: at('rectify') === null ? [] : [made.userIds[staffUsername('safety', enterprise)]],
    rectified_at: at('rectify'),
    reviewed_by: at('review') === null ? null : made.userIds['grid'],
    closed_at: at('close'),
    version: 1,
  };
  const person = (by: string): string => (by === 'safety' ? staffUsername('safety', enterprise) : by);
  const raised = {
    ...{ violation_id: id, at: iso(seenAt), command: 'raise', from_state: null, to_state: 'open', detail: {} },
    ...(inspected ? { by_user: made.userIds[finder], by_name: staffName(finder) } : { by_user: null, by_name: '平台' }),
  };
  const history = steps.map(({ command, to, by, note }, step) => ({
    ...{
      violation_id: id,
      at: iso(stepAt(seenAt, step)),
      command,
      from_state: steps[step - 1]?.to ?? 'open',
      to_state: to,
    },
    ...{ detail: { note: `演示：${note}` }, by_user: made.userIds[person(by)], by_name: staffName(person(by)) },
  }));
  return { row, history: [raised, ...history] };
}

/** Each step a quarter of an hour after the one before: all of them lie in the past. */
const stepAt = (seenAt: Instant, step: number): Instant => seenAt + (step + 1) * 12 * MINUTE;
