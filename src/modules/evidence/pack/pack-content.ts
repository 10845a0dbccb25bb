import type { Replay, KeptDecision } from '../../../domain/authorization/replay';
import type { RuleVersion } from '../../../domain/rules/rule-book';
import type { EntriesWithBlocks } from '../../../platform/audit/entry-proofs';
import type { StoredFile } from '../../../platform/files/file-store';
import type { CaseDocumentRow } from '../../../schema/evidence/case-document.row';
import type { ArcVerdictRow } from '../../../schema/supervision/arc-verdict.row';
import type { SampleRow } from '../../../schema/telemetry/sample.row';
import type { ViolationArc } from '../../supervision/case-parts.dto';
import type { ViolationDetail } from '../../supervision/violation.dto';

/** One measurement of the curve of an arc. */
export type CurvePoint = Pick<
  SampleRow,
  'at' | 'boot' | 'seq' | 'idx' | 'ms' | 'i' | 'iMax' | 'u' | 'arcMs' | 'relay' | 'clock' | 'disputed'
>;

export interface PackedArc {
  readonly arc: ViolationArc;
  /** All versions, the first one first. */
  readonly verdicts: readonly Readonly<ArcVerdictRow>[];
  /** Empty where samples of that age are not kept any more. */
  readonly curve: readonly CurvePoint[];
}

export interface PackedDecision extends KeptDecision {
  readonly id: string;
  readonly purpose: string;
  readonly machineId: string | null;
  readonly welderId: string | null;
  readonly replay: Replay;
}

/** Everything a pack tells, before it is written down. */
export interface PackContent {
  readonly found: ViolationDetail;
  readonly arcs: readonly PackedArc[];
  readonly decisions: readonly PackedDecision[];
  /** By the version that a decision names. */
  readonly rules: ReadonlyMap<string, readonly RuleVersion[]>;
  readonly photos: readonly StoredFile[];
  /** Named by the case, and not stored any more. */
  readonly photosGone: readonly string[];
  /** 函告、约谈、通报、曝光 that were made of the case, as they were printed. */
  readonly documents: readonly Readonly<CaseDocumentRow>[];
  readonly trail: EntriesWithBlocks;
}
