import { Injectable } from '@nestjs/common';
import { isFound } from '../../../domain/tips/tip-kinds';
import { tipLifeCycle, type TipCommand } from '../../../domain/tips/tip-life-cycle';
import { notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OwnPhotos } from '../../../platform/files/own-photos';
import type { TipRow } from '../../../schema/tips/tip.row';
import { CodeRegistry } from '../../registry/code-registry';
import { RegistryReader } from '../../registry/registry.reader';
import { RaiseViolation } from '../../supervision/raise-violation';
import { objectionTo, snapshotFor } from '../tip-snapshot';
import { TipJournal } from '../tip-journal';
import { TipStore, type Tip } from '../tip.store';
import type { CheckTipRequest, HandBackRequest, TipTaskList, TipTaskView } from './tip-task.dto';
import { TipTasks } from './tip-tasks.view';

type Changes = Partial<TipRow>;

/** What whoever is sent there does: looks, says what was found, or hands the task back. */
@Injectable()
export class CheckTip {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tips: TipStore,
    private readonly tasks: TipTasks,
    private readonly photos: OwnPhotos,
    private readonly codes: CodeRegistry,
    private readonly registry: RegistryReader,
    private readonly raise: RaiseViolation,
    private readonly journal: TipJournal,
  ) {}

  list({ caller }: Request): Promise<TipTaskList> {
    return this.uow.run(caller.scope, async (tx) => ({ items: await this.tasks.of(tx, caller.userId) }));
  }

  one({ caller }: Request, id: string): Promise<Result<TipTaskView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const task = await this.tasks.one(tx, caller.userId, id);
      return task ? ok(task) : refused(notFound('tip.not-found'));
    });
  }

  /** What is found becomes a case in the finder's words, with the finder's photos: nothing of the tip goes into it. */
  check(request: Request, id: string, body: CheckTipRequest): Promise<Result<TipTaskView, Refusal>> {
    const found = async (call: Call, tip: Tip): Promise<Result<Changes, Refusal>> => {
      const photoIds = body.photoIds ?? [];
      if (!(await this.photos.areOf(call.tx, call.caller, photoIds)))
        return refused(wrongField('photoIds', 'violation.photo-unknown'));
      const photo = { tipId: id, takenBy: 'handler', shownToHandler: true };
      await this.tips.addPhotos(call.tx, photoIds.map((fileId) => ({ ...photo, fileId }))); // prettier-ignore
      const raised = isFound(body.outcome) ? await this.raiseCase(call, tip, body, photoIds) : ok(null);
      if (!raised.ok) return raised;
      const { userId } = call.caller;
      return ok({ outcome: body.outcome, checkedBy: userId, checkedAt: call.at, violationId: raised.value });
    };
    return this.uow.attempt(systemScope('tip-task'), async (tx): Promise<Result<TipTaskView, Refusal>> => {
      const moved = await this.moveIn({ ...request, tx }, id, 'check', body.note, found);
      return moved.ok ? ok((await this.tasks.one(tx, request.caller.userId, id))!) : moved;
    });
  }

  handBack(request: Request, id: string, { reason }: HandBackRequest): Promise<Result<null, Refusal>> {
    const freed = (): Promise<Result<Changes, Refusal>> => Promise.resolve(ok({ assignedTo: null, dueAt: null }));
    return this.uow.attempt(systemScope('tip-task'), (tx) =>
      this.moveIn({ ...request, tx }, id, 'hand-back', reason, freed),
    );
  }

  private async raiseCase(
    { tx, caller, at }: Call,
    tip: Tip,
    { kind, grade, machineCode, enterpriseId, place, note }: CheckTipRequest,
    photoIds: readonly string[],
  ): Promise<Result<string, Refusal>> {
    const code = machineCode === undefined ? null : await this.codes.resolve(tx, machineCode);
    if (machineCode !== undefined && code?.kind !== 'machine')
      return refused(wrongField('machineCode', 'code.unknown'));
    if (enterpriseId !== undefined && !(await this.registry.enterpriseById(tx, enterpriseId)))
      return refused(wrongField('enterpriseId', 'violation.enterprise-unknown'));
    const { id } = await this.raise.execute(
      tx,
      caller,
      {
        ...{ kind: kind ?? tip.kind, source: 'tip', certainty: 'confirmed', foundAt: at, ...(grade && { grade }) },
        ...{
          machineId: code?.entityId ?? tip.machineId,
          enterpriseId: enterpriseId ?? null,
          regionCode: tip.regionCode,
        },
        ...{ place: place?.trim() || null, lat: tip.lat, lng: tip.lng, description: note.trim(), photoIds },
      },
      at,
    );
    return ok(id);
  }

  /** A tip that somebody else looks into is not there. */
  private async moveIn(
    call: Call,
    id: string,
    command: TipCommand,
    note: string,
    work: (call: Call, tip: Tip) => Promise<Result<Changes, Refusal>>,
  ): Promise<Result<null, Refusal>> {
    const tip = await this.tips.lock(call.tx, id);
    if (tip?.assignedTo !== call.caller.userId) return refused(notFound('tip.not-found'));
    const step = tipLifeCycle.step(snapshotFor(tip, call.caller), command);
    if (step.outcome !== 'moved') return refused(objectionTo(tip, call.caller, step));
    const changes = await work(call, tip);
    if (!changes.ok) return changes;
    await this.tips.change(call.tx, id, { ...changes.value, state: step.to });
    await this.journal.note(call, tip, { command, state: step.to, note: note.trim(), forReporter: false });
    return ok(null);
  }
}
