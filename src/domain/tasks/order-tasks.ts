import type { Instant } from '../../kernel/time';
import { TASK_KINDS, type TaskKind } from './task-kinds';
import { URGENCIES, urgencyOf, type Urgency } from './urgency';

/** Something that waits for a person. */
export interface WaitingTask {
  readonly kind: TaskKind;
  readonly entity: { readonly id: string };
  readonly dueAt: Instant | null;
}

export type Judged<T> = T & { readonly urgency: Urgency };

/** The most urgent first; of the same urgency what is due earlier; then in the order of the kinds, the oldest record first. */
export const orderTasks = <T extends WaitingTask>(tasks: readonly T[], at: Instant): Judged<T>[] =>
  tasks.map((task) => ({ ...task, urgency: urgencyOf(task.dueAt, at) })).sort(compare);

const compare = (one: Judged<WaitingTask>, other: Judged<WaitingTask>): number =>
  URGENCIES.indexOf(one.urgency) - URGENCIES.indexOf(other.urgency) ||
  (one.dueAt ?? 0) - (other.dueAt ?? 0) ||
  TASK_KINDS.indexOf(one.kind) - TASK_KINDS.indexOf(other.kind) ||
  (one.entity.id < other.entity.id ? -1 : 1);

/** How many wait of a kind; `more`: the list was cut. */
export interface TaskCount {
  readonly kind: TaskKind;
  readonly count: number;
  readonly overdue: number;
  readonly more: boolean;
}

/** Counts by kind, in the order of the kinds; kinds of which nothing waits are left out. */
export const countTasks = (tasks: readonly Judged<WaitingTask>[], cut: ReadonlySet<TaskKind>): TaskCount[] =>
  TASK_KINDS.map((kind) => {
    const ofKind = tasks.filter((task) => task.kind === kind);
    const overdue = ofKind.filter(({ urgency }) => urgency === 'overdue').length;
    return { kind, count: ofKind.length, overdue, more: cut.has(kind) };
  }).filter(({ count }) => count > 0);
