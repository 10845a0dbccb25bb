import { Injectable } from '@nestjs/common';
import { countTasks, orderTasks, type Judged } from '../../../domain/tasks/order-tasks';
import { pagesOf } from '../../../domain/tasks/task-pages';
import type { TaskKind } from '../../../domain/tasks/task-kinds';
import { taskTitle } from '../../../domain/tasks/words';
import type { Language } from '../../../kernel/language';
import { subtreeRange } from '../../../kernel/region-code';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { holds } from '../../identity/permissions';
import { SignaturesDue } from '../../permits/people/signatures-due.view';
import { gridWorkerOf } from '../../inventory/quality/find-findings';
import { RulesReader } from '../../rules/rules.reader';
import type { TaskList, TaskView } from './task.dto';
import { MOST, type Asking, type FoundTask } from './task-source';
import { TASK_SOURCES } from './task-sources';

/** What waits for the caller, the most urgent first: one short statement a source, all of them travelling together. */
@Injectable()
export class FindTasks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly signatures: SignaturesDue,
    private readonly rules: RulesReader,
  ) {}

  async execute(request: Request): Promise<TaskList> {
    const { caller, language, at } = request;
    const sources = TASK_SOURCES.filter(({ permission }) => holds(caller.roles, permission));
    const signs = sources.some(({ kinds }) => kinds.includes('permit-sign'));
    const toSign = signs ? await this.signatures.of(request) : [];
    const rules = this.rules.book();
    const asking: Asking = { caller, at, rules, toSign, gridWorker: gridWorkerOf(caller), ...rangeOf(caller) };
    const found = await this.uow.run(systemScope('tasks'), (tx) =>
      Promise.all(sources.map((source) => source.find(tx, asking))),
    );
    const { kept, cut } = cutLong(found.flat());
    const tasks = orderTasks(kept, at);
    return {
      at: isoTime(at),
      counts: countTasks(tasks, cut),
      items: tasks.map((task) => viewOf(task, language)),
    };
  }
}

/** Who serves no region reaches nothing by it: the range is empty. */
const rangeOf = ({ scope }: Caller): Pick<Asking, 'from' | 'to'> =>
  scope.kind === 'region' ? subtreeRange(scope.regionCode) : { from: '', to: '' };

/** A kind with more than is shown says so, and loses the one too many. */
function cutLong(found: readonly FoundTask[]): { kept: FoundTask[]; cut: Set<TaskKind> } {
  const seen = new Map<TaskKind, number>();
  const cut = new Set<TaskKind>();
  const kept = found.filter(({ kind }) => {
    const n = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, n);
    if (n > MOST) cut.add(kind);
    return n <= MOST;
  });
  return { kept, cut };
}

const viewOf = ({ kind, params, entity, dueAt, urgency, regionCode }: Judged<FoundTask>, language: Language): TaskView => ({
  kind,
  title: taskTitle(kind, params, language),
  params: Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== null)),
  entity: { type: entity.type, id: entity.id },
  dueAt: isoTimeOrNull(dueAt),
  urgency,
  regionCode,
  ...pagesOf(kind, entity),
}); // prettier-ignore
