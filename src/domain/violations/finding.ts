import type { Instant } from '../../kernel/time';
import type { Subjects } from './cause-key';
import type { Certainty, Grade, Source, ViolationKind } from './violation-kinds';

/** Something found, by a detector or a person, before it is a row. What is left out is filled in from machine, job and permit. */
export interface Finding extends Subjects {
  readonly kind: ViolationKind;
  readonly source: Source;
  readonly certainty: Exclude<Certainty, 'withdrawn'>;
  readonly foundAt: Instant;
  /** Given by a person who found an offence; else that of the kind. */
  readonly grade?: Grade;
  /** Tells a suspicion from others of its kind about the same thing, so that neither confirms the other. */
  readonly facet?: string;
  readonly arcId?: string | null;
  readonly enterpriseId?: string | null;
  readonly regionCode?: string | null;
  readonly place?: string | null;
  readonly lat?: number | null;
  readonly lng?: number | null;
  readonly description?: string;
  /** What it rests on. No clear identity or phone numbers. */
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly photoIds?: readonly string[];
}
