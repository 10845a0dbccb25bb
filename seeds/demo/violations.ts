import { DAY, HOUR, type Instant } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert } from './bulk-insert';
import * as county from './county';
import type { DemoContext, DemoCounty } from './load-demo';

/** A few findings of the days before, in each state of the loop; what the simulation does adds live ones. */
const FINDINGS = [
  { kind: 'uncertified', grade: 'hazard', severity: 3, state: 'assigned', source: 'inspection', text: '演示：检查时发现焊工证件过期仍在作业' },
  { kind: 'off-platform', grade: 'alert', severity: 1, state: 'open', source: 'detector', text: '演示：焊机未经平台开机即起弧' },
  { kind: 'no-permit', grade: 'hazard', severity: 2, state: 'rectifying', source: 'inspection', text: '演示：动火作业现场无作业票' },
  { kind: 'unregistered-machine', grade: 'alert', severity: 1, state: 'open', source: 'inspection', text: '演示：现场有一台未登记的焊机' },
  { kind: 'permit-overrun', grade: 'hazard', severity: 1, state: 'review', source: 'detector', text: '演示：作业票到期后仍有燃弧' },
  { kind: 'fire-watch-skipped', grade: 'hazard', severity: 2, state: 'closed', source: 'detector', text: '演示：作业结束后未按规定看火' },
] as const; // prettier-ignore

export async function insertViolations(tx: Tx, { now, ids }: DemoContext, made: DemoCounty): Promise<void> {
  const iso = (at: Instant): string => new Date(at).toISOString();
  const rows = FINDINGS.map((finding, n) => {
    const enterprise = 2 + n * 5;
    const found = now - n * 7 * HOUR - HOUR;
    return {
      id: ids.next(now),
      kind: finding.kind,
      grade: finding.grade,
      severity: finding.severity,
      state: finding.state,
      certainty: finding.source === 'inspection' ? 'confirmed' : 'provisional',
      source: finding.source,
      cause: `demo:${n}`,
      region_code: county.enterprise(enterprise).regionCode,
      enterprise_id: made.enterpriseIds[enterprise],
      machine_id: made.machineIds[enterprise * 5],
      place: county.enterprise(enterprise).name,
      ...county.siteOf(enterprise),
      description: finding.text,
      evidence: {},
      photo_ids: [],
      occurrences: 1,
      found_at: iso(found),
      last_at: iso(found),
      raised_at: iso(found),
      raised_by: finding.source === 'inspection' ? made.userIds['inspector'] : null,
      assigned_to: finding.state === 'open' ? null : made.userIds['grid'],
      due_at: finding.state === 'open' ? null : iso(now + 3 * DAY),
      rectified_at: finding.state === 'review' || finding.state === 'closed' ? iso(now - HOUR) : null,
      closed_at: finding.state === 'closed' ? iso(now - HOUR / 2) : null,
      version: 1,
    };
  });
  await bulkInsert(tx, 'violations', rows);
}
