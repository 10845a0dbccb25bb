import { Injectable } from '@nestjs/common';
import { hasRole, ON_THE_GROUND } from '../../../domain/people/roles';
import {
  ANSWERING,
  tipLifeCycle,
  TIP_COMMANDS,
  type TipCommand,
  type TipState,
} from '../../../domain/tips/tip-life-cycle';
import { isWithin } from '../../../kernel/region-code';
import { notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY } from '../../../kernel/time';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TipRow } from '../../../schema/tips/tip.row';
import { UsersReader } from '../../identity/users.reader';
import { TipJournal } from '../tip-journal';
import { objectionTo, snapshotFor } from '../tip-snapshot';
import { TipStore, type Tip } from '../tip.store';
import { FindTips } from './find-tips';
import type { TipCommandRequest, TipDetail } from './tip-desk.dto';

/** A tip is looked into within so many days of being sent out. */
const DUE_DAYS = 5;

type Changes = Partial<TipRow>;

/** A step of the tip desk. */
@Injectable()
export class CommandTip {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tips: TipStore,
    private readonly find: FindTips,
    private readonly users: UsersReader,
    private readonly journal: TipJournal,
  ) {}

  async execute(
    request: Request,
    id: string,
    name: string,
    body: TipCommandRequest,
  ): Promise<Result<TipDetail, Refusal>> {
    const command = TIP_COMMANDS.find((one) => one === name);
    if (!command) return refused(notFound('tip.command-unknown', { extra: { commands: TIP_COMMANDS } }));
    const { scope } = request.caller;
    const { isSeen, target } = await this.uow.run(scope, async (tx) => ({
      isSeen: (await this.tips.find(tx, id)) !== null,
      target: body.into === undefined ? null : await this.tips.find(tx, body.into),
    }));
    if (!isSeen) return refused(notFound('tip.not-found'));
    const done = await this.uow.attempt(systemScope('tip-desk'), async (tx): Promise<Result<null, Refusal>> => {
      const call = { ...request, tx };
      const tip = (await this.tips.lock(tx, id))!;
      const step = tipLifeCycle.step(snapshotFor(tip, request.caller), command);
      if (step.outcome !== 'moved') return refused(objectionTo(tip, request.caller, step));
      const changes = await this.changesOf(call, tip, command, body, target);
      if (!changes.ok) return changes;
      await this.save(call, tip, command, step.to, changes.value, body);
      return ok(null);
    });
    return done.ok ? this.find.one(request, id) : done;
  }

  private async changesOf(
    call: Call,
    tip: Tip,
    command: TipCommand,
    body: TipCommandRequest,
    target: Tip | null,
  ): Promise<Result<Changes, Refusal>> {
    if (ANSWERING.includes(command) && !body.text) return refused(wrongField('text', 'field.required'));
    if (command === 'close') return ok({ closedAt: call.at });
    if (command === 'merge') return mergeInto(tip, target);
    return command === 'dispatch' ? this.sendOut(call, tip, body) : ok({});
  }

  /** To an inspector or a grid worker in charge of the place: never to the one whom the tip accuses, which the officer knows. */
  private async sendOut({ tx, at }: Call, tip: Tip, body: TipCommandRequest): Promise<Result<Changes, Refusal>> {
    if (body.userId === undefined) return refused(wrongField('userId', 'field.required'));
    if (body.task === undefined) return refused(wrongField('task', 'field.required'));
    const user = await this.users.activeById(tx, body.userId);
    const serves = user && hasRole(user, ...ON_THE_GROUND) && isWithin(tip.regionCode, user.regionCode ?? '?');
    if (!serves) return refused(wrongField('userId', 'tip.handler-unfit'));
    const own = (await this.tips.photos(tx, tip.id)).map(({ fileId }) => fileId);
    if (body.photoIds?.some((photo) => !own.includes(photo)))
      return refused(wrongField('photoIds', 'tip.photo-unknown'));
    await this.tips.showPhotos(tx, tip.id, body.photoIds ?? []);
    const anew = { outcome: null, checkedBy: null, checkedAt: null };
    return ok({ ...anew, assignedTo: user.id, task: body.task.trim(), dueAt: at + DUE_DAYS * DAY });
  }

  private async save(
    call: Call,
    tip: Tip,
    command: TipCommand,
    state: TipState,
    changes: Changes,
    { text }: TipCommandRequest,
  ): Promise<void> {
    await this.tips.change(call.tx, tip.id, { ...changes, state });
    const answer = ANSWERING.includes(command) ? (text?.trim() ?? null) : null;
    await this.journal.note(call, tip, { command, state, note: answer, forReporter: answer !== null });
    if (answer === null || command === 'decline') return;
    for (const merged of await this.tips.mergedInto(call.tx, tip.id))
      await this.journal.note(call, merged, {
        command: 'answer',
        state: merged.state,
        note: answer,
        forReporter: true,
      });
  }
}

function mergeInto(tip: Tip, target: Tip | null): Result<Changes, Refusal> {
  const fits = target !== null && target.id !== tip.id && target.mergedInto === null && target.state !== 'declined';
  return fits ? ok({ mergedInto: target.id }) : refused(wrongField('into', 'tip.merge-unfit'));
}
