import { shownTime } from '../../kernel/shown-time';
import type { Instant } from '../../kernel/time';
import { isGrantable } from '../help/grantable';
import { isBlocking, warning, type Finding } from './finding';
import type { FindingCode } from './finding-texts';

/** What the duty desk let pass, for one welder with one machine at one place of work, until a moment. */
export interface Waiver {
  readonly id: string;
  readonly code: FindingCode;
  readonly permitId: string | null;
  readonly areaId: string | null;
  readonly until: Instant;
}

/** What a job stands on: a permit or a designated area. */
interface Place {
  readonly permitId: string | null;
  readonly areaId: string | null;
}

/** The waivers that hold for a place of work. A finding that nobody may waive stays, even if a row says otherwise. */
export const waiversAt = (waivers: readonly Waiver[] | undefined, { permitId, areaId }: Place, at: Instant): Waiver[] =>
  (waivers ?? []).filter(
    (one) => one.permitId === permitId && one.areaId === areaId && at < one.until && isGrantable(one.code),
  );

/** A finding that was let pass is still told. */
export const waived = (finding: Finding, waivers: readonly Waiver[]): Finding =>
  isBlocking(finding) && waivers.some(({ code }) => code === finding.code) ? { ...finding, severity: 'warn' } : finding;

/** Says on the decision that somebody let it pass, and until when. */
export const noteOf = (used: readonly Waiver[]): Finding[] =>
  used.length === 0 ? [] : [warning('job.waived', { until: shownTime(endOf(used)) })];

export const endOf = (used: readonly Waiver[]): Instant => Math.min(...used.map(({ until }) => until));
