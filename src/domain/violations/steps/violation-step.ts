import type { Instant } from '../../../kernel/time';
import type { EscalationLevel } from '../escalation';
import type { Severity } from '../grade';
import type { Certainty, Grade, ViolationState } from '../violation-kinds';
import type { ViolationCommand } from '../violation-life-cycle';
import { violationNews, type ToldViolation, type ViolationNews, type ViolationNewsType } from '../violation-news';

/** A violation as every step reads it. */
export type ViolationCase = Required<ToldViolation>;

/** What a step changes beside the state; what is missing stays as it was. */
export interface ViolationChanges {
  readonly certainty?: Certainty;
  readonly grade?: Grade;
  readonly severity?: Severity;
  readonly assignedTo?: string | null;
  readonly assignedEnterprise?: string | null;
  readonly listedAt?: Instant;
  readonly supervisedAt?: Instant;
  readonly handedOverAt?: Instant;
  readonly toldAt?: Instant;
  /** What the case rests on now; takes the place of what it rested on. */
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly dueAt?: Instant;
  readonly escalatedTo?: EscalationLevel | null;
  readonly rectifiers?: readonly string[];
  readonly rectifiedAt?: Instant | null;
  readonly reviewedBy?: string | null;
  readonly closedAt?: Instant | null;
  readonly remindedAt?: Instant;
  readonly falseRectifications?: number;
}

/** The commands of people, and what happens to a violation by itself. */
export type StepName = ViolationCommand | 'raise' | 'confirm' | 'escalate' | 'remind' | 'tell';

/** Free text, ids and ISO times as they are stored. */
export type StepDetail = Readonly<Record<string, unknown>>;

/** The line for people, shown with the violation. */
export interface HistoryLine {
  readonly command: StepName;
  /** Null: the violation was not there before. */
  readonly from: ViolationState | null;
  readonly to: ViolationState;
  readonly detail: StepDetail;
}

/** The line of the audit trail. */
interface AuditLine {
  readonly action: `violation.${StepName}`;
  readonly before?: { readonly state: ViolationState };
  readonly after: StepDetail;
}

/** One step of a violation as data: the module saves it and decides nothing. */
export interface ViolationStep {
  readonly to: ViolationState;
  readonly set: ViolationChanges;
  readonly records: { readonly history: HistoryLine; readonly audit: AuditLine };
  readonly news: readonly ViolationNews[];
}

/** What is particular to one step; the rest follows from the violation. */
export interface StepContent {
  readonly command: StepName;
  readonly from: ViolationState | null;
  readonly to: ViolationState;
  readonly set: ViolationChanges;
  readonly detail: StepDetail;
  /** Missing: the detail without its note. */
  readonly audited?: StepDetail;
  /** Missing: `violation.changed`. */
  readonly news?: ViolationNewsType;
  /** Told beside what all news of a violation tells. */
  readonly told?: StepDetail;
}

/** Every step leaves three traces: its history for people, the audit trail, and the news. All three tell how it is afterwards. */
export function stepOf(violation: ViolationCase, content: StepContent): ViolationStep {
  const { command, from, to, set, detail, audited = withoutNote(detail), news = 'violation.changed', told } = content;
  const after = { ...violation, ...set, state: to };
  return {
    to,
    set,
    records: {
      history: { command, from, to, detail },
      audit: {
        action: `violation.${command}`,
        ...(from === null ? {} : { before: { state: from } }),
        after: { state: to, certainty: after.certainty, severity: after.severity, ...audited },
      },
    },
    news: [violationNews(news, after, told)],
  };
}

/** A note about the place may name people, so the audit trail does not keep it. */
const withoutNote = ({ note: _, ...rest }: StepDetail): StepDetail => rest;
