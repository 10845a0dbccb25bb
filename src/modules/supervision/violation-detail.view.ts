import { Injectable } from '@nestjs/common';
import { samplesKeptMs } from '../../domain/jobs/chip-limits';
import { evidenceLines, outlivedSamples } from '../../domain/violations/evidence-words';
import { violationLifeCycle, type ViolationState } from '../../domain/violations/violation-life-cycle';
import type { Call } from '../../platform/auth/request';
import { Catalogue } from '../../platform/i18n/catalogue';
import type { Language } from '../../platform/i18n/texts';
import { holds } from '../identity/permissions';
import { RulesReader } from '../rules/rules.reader';
import { snapshotFor } from './handler';
import { legalBasisOf } from './legal-basis';
import type { ViolationDetail, ViolationHistoryEntry, ViolationView } from './violation.dto';
import { toView, VIOLATION_COLUMNS } from './violation.view';

type Dated = Omit<ViolationView, 'foundAt' | 'lastAt' | 'dueAt'> & { foundAt: Date; lastAt: Date; dueAt: Date | null };
type Row = Dated & {
  photoIds: string[];
  evidence: Record<string, unknown>;
  rectifiers: string[];
  assigneeId: string | null;
  assigneeName: string | null;
  version: number;
};

interface HistoryRow {
  at: Date;
  command: string;
  to_state: ViolationState;
  /** Null: the platform itself. */
  by_user: string | null;
  by_name: string;
  detail: { note?: string; reason?: string; level?: string; photoIds?: string[] };
}

/** One violation as the person who opens it needs it: what it rests on, what the law says, what they can do now. */
@Injectable()
export class ViolationDetails {
  constructor(
    private readonly rules: RulesReader,
    private readonly catalogue: Catalogue,
  ) {}

  /** Null where the transaction's scope does not see it. */
  async find({ tx, caller, language, at }: Call, id: string): Promise<ViolationDetail | null> {
    const [row] = await tx.query<Row>(
      `select ${VIOLATION_COLUMNS}, v.photo_ids as "photoIds", v.evidence, v.rectifiers, v.version,
         u.id as "assigneeId", u.name as "assigneeName"
       from violations v left join users u on u.id = v.assigned_to where v.id = $1`,
      [id],
    );
    if (!row) return null;
    const history = await tx.query<HistoryRow>(
      'select at, command, to_state, by_user, by_name, detail from violation_history where violation_id = $1 order by id',
      [id],
    );
    const { evidence, rectifiers, assigneeId, assigneeName, ...shown } = row;
    const snapshot = snapshotFor({ ...row, assignedTo: assigneeId, rectifiers }, caller);
    return {
      ...toView(shown),
      commands: holds(caller.roles, 'violation.command') ? violationLifeCycle.open(snapshot) : [],
      evidence: [
        ...evidenceLines(row.kind, evidence),
        ...outlivedSamples(evidence, at - samplesKeptMs(this.rules.book(), at)),
      ].map(({ code, params }) => this.catalogue.text(code, language, params)),
      ...legalBasisOf(this.rules.book(), { ...row, foundAt: Math.min(row.foundAt.getTime(), at) }, language),
      assignedTo: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
      history: history.map((entry) => this.toEntry(entry, language)),
    };
  }

  /** What the platform did is told in words; what a person wrote stays as it was written. */
  private toEntry(entry: HistoryRow, language: Language): ViolationHistoryEntry {
    const { at, command, to_state, by_user, by_name, detail } = entry;
    const say = (code: string): string => this.catalogue.text(code, language);
    return {
      at: at.toISOString(),
      command,
      toState: to_state,
      byName: by_user === null ? say(`violation.by.${by_name}`) : by_name,
      note: by_user === null ? platformNote(detail, say) : (detail.note ?? detail.reason ?? null),
      photoIds: detail.photoIds ?? [],
    };
  }
}

function platformNote({ reason, level }: HistoryRow['detail'], say: (code: string) => string): string | null {
  if (reason !== undefined) return say(`violation.because.${reason}`);
  return level === undefined ? null : say(`violation.told.${level}`);
}
