import { Injectable } from '@nestjs/common';
import { samplesKeptMs } from '../../domain/jobs/chip-limits';
import { arcEvidence } from '../../domain/violations/evidence/arc-evidence';
import { evidenceLines, outlivedSamples, type EvidenceLine } from '../../domain/violations/evidence/evidence-words';
import type { MajorBasis } from '../../domain/violations/major-hazard';
import { violationLifeCycle } from '../../domain/violations/violation-life-cycle';
import type { Call } from '../../platform/auth/request';
import { columnsOf } from '../../platform/database/columns';
import { Catalogue } from '../../platform/i18n/catalogue';
import { wordIn, type Language } from '../../kernel/language';
import { holds } from '../identity/permissions';
import { JobsReader } from '../jobs/jobs.reader';
import { RulesReader } from '../rules/rules.reader';
import { CaseArcs, shownArc, type ShownArc } from './case-arcs.view';
import { CaseHistory } from './case-history.view';
import { snapshotFor } from './handler';
import { CaseOfficers } from './handovers/case-officers';
import { legalBasisOf } from './legal-basis';
import type { ViolationMajorBasis } from './case-parts.dto';
import type { ViolationDetail } from './violation.dto';
import { toView, VIOLATION_COLUMNS, VIOLATION_TABLES, type ListedViolation } from './violation.view';
import { ViolationRow } from '../../schema/supervision/violation.row';
import { isoTimeOrNull } from '../../kernel/time';

const MORE = [
  'photoIds', 'rectifiers', 'version', 'majorBasis', 'listedAt', 'supervisedAt', 'handedOverAt', 'toldAt',
] as const; // prettier-ignore

interface DetailRow extends ListedViolation, Readonly<Pick<ViolationRow, (typeof MORE)[number]>> {
  readonly storedEvidence: Record<string, unknown>;
  readonly majorBasis: MajorBasis | null;
}

/** One violation as the person who opens it needs it: what it rests on, what the law says, what they can do now. */
@Injectable()
export class ViolationDetails {
  constructor(
    private readonly rules: RulesReader,
    private readonly catalogue: Catalogue,
    private readonly arcs: CaseArcs,
    private readonly history: CaseHistory,
    private readonly jobs: JobsReader,
    private readonly officers: CaseOfficers,
  ) {}

  /** Null where the transaction's scope does not see it. */
  async find(call: Call, id: string): Promise<ViolationDetail | null> {
    const { tx, caller, language, at } = call;
    const [row] = await tx.query<DetailRow>(
      `select ${VIOLATION_COLUMNS}, ${columnsOf(ViolationRow, 'v', MORE)}, v.evidence as "storedEvidence"
       from ${VIOLATION_TABLES} where v.id = $1`,
      [id],
    );
    if (!row) return null;
    const { photoIds, version, rectifiers, majorBasis, listedAt, supervisedAt, handedOverAt, toldAt } = row;
    const arcs = await this.arcs.of(tx, id, row.kind);
    const followed = {
      listed: listedAt !== null,
      supervised: supervisedAt !== null,
      handedOver: handedOverAt !== null,
    };
    const snapshot = snapshotFor({ ...row, ...followed, assignedTo: row.assigneeId, rectifiers }, caller);
    const theirs = holds(caller.roles, 'violation.command') && (await this.officers.faultOf(tx, row, caller)) === null;
    return {
      ...toView(row, caller, at),
      photoIds,
      version,
      commands: theirs ? violationLifeCycle.open(snapshot) : [],
      evidence: this.inWords(row, arcs, call),
      arcs: arcs.map(shownArc),
      ...legalBasisOf(this.rules.book(), { ...row, foundAt: Math.min(row.foundAt, at) }, language),
      majorBasis: majorBasis && majorBasisShown(majorBasis, language),
      listedAt: isoTimeOrNull(listedAt),
      supervisedAt: isoTimeOrNull(supervisedAt),
      handedOverAt: isoTimeOrNull(handedOverAt),
      toldAt: isoTimeOrNull(toldAt),
      stopOrder: await this.jobs.stopAround(tx, { ...row, foundAt: row.foundAt }, at),
      history: await this.history.of(tx, id, language),
    };
  }

  /** Of a case that stands on arcs, what they are now; of any other, what it was raised with. */
  private inWords(row: DetailRow, arcs: readonly ShownArc[], { at, language }: Call): string[] {
    const { kind, certainty, storedEvidence } = row;
    const lines: EvidenceLine[] = [
      ...(arcs.length > 0 ? arcEvidence(kind, certainty, arcs) : evidenceLines(kind, storedEvidence)),
      ...outlivedSamples(storedEvidence, at - samplesKeptMs(this.rules.book(), at)),
    ];
    return lines.map(({ code, params }) => this.catalogue.text(code, language, params));
  }
}

const majorBasisShown = (basis: MajorBasis, language: Language): ViolationMajorBasis => ({
  standard: wordIn(basis, language),
  document: basis.document,
  item: basis.item,
});
