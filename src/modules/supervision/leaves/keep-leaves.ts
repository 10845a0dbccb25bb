import { Injectable } from '@nestjs/common';
import { AUTHORITY, hasRole, SUPERVISORS } from '../../../domain/people/roles';
import { isWithin } from '../../../kernel/region-code';
import { forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY, shanghaiDate, shanghaiMidnight, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { Ids } from '../../../platform/time/ids';
import { LeaveRow } from '../../../schema/supervision/leave.row';
import { regionInCharge, type UserFacts } from '../../identity/caller-of-user';
import { holds } from '../../identity/permissions';
import { UsersReader } from '../../identity/users.reader';
import { Absentees, type ListedLeave } from './absentees.view';
import type { LeavePage, LeaveRequest, LeaveView } from './leave.dto';

/** The longest that the law gives at a time is about half a year, for a birth. Who stays away longer has a successor, who takes all over. */
const LONGEST_DAYS = 200;

/** 请假代办: officials and grid workers say when they are away and who has their cases meanwhile. */
@Injectable()
export class KeepLeaves {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UsersReader,
    private readonly absentees: Absentees,
    private readonly ids: Ids,
    private readonly journal: Journal,
  ) {}

  async list({ caller, at }: Request, { limit, cursor }: PageQuery): Promise<LeavePage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.absentees.list(tx, limit, cursor));
    const page = toPage(rows, limit, ({ id }) => id);
    return { ...page, items: page.items.map((row) => shown(row, at)) };
  }

  enter(request: Request, body: LeaveRequest): Promise<Result<{ id: string }, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const call = { ...request, tx };
      const fault = await this.faultOf(call, body);
      if (fault) return refused(fault);
      return ok({ id: await this.write(call, body) });
    });
  }

  end({ caller, at }: Request, id: string): Promise<Result<{ id: string }, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const leave = await tx.rows(LeaveRow).findOne({ where: { id } });
      if (!leave) return refused(notFound('leave.not-found'));
      if (leave.userId !== caller.userId && !hasRole(caller, ...AUTHORITY))
        return refused(forbidden('leave.not-yours'));
      if (leave.endedAt === null && at < leave.untilAt) {
        await tx.rows(LeaveRow).update({ id }, { endedAt: Math.max(at, leave.fromAt) });
        this.journal.record(tx, caller, at, [
          { action: 'leave.end', entity: 'leave', entityId: id, regionCode: leave.regionCode },
        ]);
      }
      return ok({ id });
    });
  }

  private async faultOf({ tx, caller, at }: Call, body: LeaveRequest): Promise<Refusal | null> {
    const { userId = caller.userId, deputyId, fromOn, untilOn } = body;
    if (userId !== caller.userId && !hasRole(caller, ...AUTHORITY)) return forbidden('leave.not-yours');
    const person = await this.users.activeById(tx, userId);
    if (!person || !hasRole(person, ...SUPERVISORS) || regionInCharge(person) === null)
      return wrongField('userId', 'leave.person-unfit');
    if (untilOn < fromOn || shanghaiMidnight(untilOn) + DAY <= at) return wrongField('untilOn', 'leave.ends-before');
    if (shanghaiMidnight(untilOn) - shanghaiMidnight(fromOn) >= LONGEST_DAYS * DAY)
      return wrongField('untilOn', 'leave.too-long', { days: LONGEST_DAYS });
    if (deputyId === undefined) return null;
    return fits(person, await this.users.activeById(tx, deputyId))
      ? null
      : wrongField('deputyId', 'leave.deputy-unfit');
  }

  private async write({ tx, caller, at }: Call, body: LeaveRequest): Promise<string> {
    const { userId = caller.userId, deputyId = null, fromOn, untilOn, reason = '' } = body;
    const id = this.ids.next(at);
    const regionCode = regionInCharge((await this.users.byId(tx, userId))!)!;
    const [fromAt, untilAt] = [shanghaiMidnight(fromOn), shanghaiMidnight(untilOn) + DAY];
    const made = { madeBy: caller.userId, madeAt: at, endedAt: null };
    await tx
      .rows(LeaveRow)
      .insert({ id, userId, deputyId, regionCode, fromAt, untilAt, reason: reason.trim(), ...made });
    const after = { userId, deputyId, fromOn, untilOn };
    this.journal.record(tx, caller, at, [{ action: 'leave.enter', entity: 'leave', entityId: id, regionCode, after }]);
    return id;
  }
}

/** Somebody else who may see to cases, and whose region is that of the one who is away, or lies around it. */
function fits(away: UserFacts, deputy: UserFacts | null): boolean {
  if (deputy === null || deputy.id === away.id || !holds(deputy.roles, 'violation.command')) return false;
  const [theirs, own] = [regionInCharge(deputy), regionInCharge(away)];
  return theirs !== null && own !== null && isWithin(own, theirs);
}

const shown = (leave: ListedLeave, at: Instant): LeaveView => ({
  id: leave.id,
  userId: leave.userId,
  userName: leave.userName,
  deputyId: leave.deputyId,
  deputyName: leave.deputyName,
  fromOn: shanghaiDate(leave.fromAt),
  untilOn: shanghaiDate(leave.untilAt - 1),
  reason: leave.reason,
  now: leave.endedAt === null && leave.fromAt <= at && at < leave.untilAt,
  ended: leave.endedAt !== null,
});
