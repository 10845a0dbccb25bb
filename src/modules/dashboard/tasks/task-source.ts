import type { RuleBook } from '../../../domain/rules/rule-book';
import type { TaskEntity } from '../../../domain/tasks/task-pages';
import type { TaskKind } from '../../../domain/tasks/task-kinds';
import type { TaskParams } from '../../../domain/tasks/words';
import type { RegionCode } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Permission } from '../../identity/permissions';

/** Something that waits for the caller, as a source finds it. */
export interface FoundTask {
  readonly kind: TaskKind;
  readonly params: TaskParams;
  readonly entity: TaskEntity;
  readonly dueAt: Instant | null;
  readonly regionCode: RegionCode | null;
}

/** Who asks. Sources run under the system's scope, so each names the reach in its statement: row level security would keep it off its indexes. */
export interface Asking {
  readonly caller: Caller;
  readonly at: Instant;
  /** The caller's region as a half-open range; empty for whoever serves none. */
  readonly from: RegionCode;
  readonly to: RegionCode;
  /** Somebody who looks after grids and supervises no more than that; null: everything of the region is theirs. */
  readonly gridWorker: string | null;
  readonly rules: RuleBook;
  /** Permits that wait for the caller's hand. */
  readonly toSign: readonly string[];
}

/**
 * One or a few kinds of tasks, found in one statement. A new one is a file in `sources` and a line in the list of
 * `task-sources.ts`; its kinds stand in `src/domain/tasks`.
 */
export interface TaskSource {
  readonly kinds: readonly TaskKind[];
  /** Without it nothing of these kinds can be done, so nothing waits. */
  readonly permission: Permission;
  /** At most `MOST` and one of each kind. */
  find(tx: Tx, asking: Asking): Promise<FoundTask[]>;
}

/** So many of a kind are shown; one more says that there are others. */
export const MOST = 50;

/** A task as a statement gives it: `jsonb` parameters and flat columns. */
export interface TaskRow {
  readonly kind: TaskKind;
  readonly params: TaskParams;
  readonly type: TaskEntity['type'];
  readonly id: string;
  readonly code: string | null;
  readonly dueAt: Instant | null;
  readonly regionCode: RegionCode | null;
}

const toTask = ({ kind, params, type, id, code, dueAt, regionCode }: TaskRow): FoundTask => ({
  kind,
  params,
  entity: { type, id, code },
  dueAt,
  regionCode,
});

/** Runs a statement that gives `TaskRow`s. */
export const tasksOf = async (tx: Tx, sql: string, values: readonly unknown[]): Promise<FoundTask[]> =>
  (await tx.prepared<TaskRow>(sql, values)).map(toTask);
