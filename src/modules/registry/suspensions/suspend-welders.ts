import { Injectable } from '@nestjs/common';
import {
  SUSPENSION_COMMANDS, suspendedUntil, suspensionFault, suspensionLifeCycle, type SuspensionCommand, type SuspensionRule, type SuspensionSnapshot,
} from '../../../domain/registry/suspension'; // prettier-ignore
import { AUTHORITY, hasRole } from '../../../domain/people/roles';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY, isoTime, isoTimeOrNull, shanghaiDate, type Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { RulesReader } from '../../rules/rules.reader';
import { WelderStore } from '../welders/welder.store';
import type { SuspendWelderRequest, Suspensions, SuspensionView } from './suspension.dto';
import { SuspensionNews } from './suspension-news';
import { SuspensionStore, type Suspension } from './suspension.store';
import { personBehind, suspensionOne, suspensionsOf, type ListedSuspension } from './suspensions.view';

/** An official suspends a welder; the welder reads why and appeals; another official answers. */
@Injectable()
export class SuspendWelders {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly welders: WelderStore,
    private readonly suspensions: SuspensionStore,
    private readonly rules: RulesReader,
    private readonly news: SuspensionNews,
    private readonly ids: Ids,
  ) {}

  async list({ caller, at }: Request, welderId: string): Promise<Result<Suspensions, Refusal>> {
    const welder = await this.uow.run(caller.scope, (tx) => this.welders.find(tx, welderId));
    if (!welder) return refused(notFound('welder.not-found'));
    return this.uow.run(systemScope('suspensions'), async (tx) => {
      const rows = await suspensionsOf(tx, (await personBehind(tx, welderId)) ?? welderId);
      return ok({ items: rows.map((row) => this.viewOf(row, caller, at)) });
    });
  }

  /** A welder's own. Without a record of a welder there is none. */
  async own({ caller, at }: Request): Promise<Suspensions> {
    const { welderId } = caller;
    if (welderId === null) return { items: [] };
    const rows = await this.uow.run(systemScope('suspensions'), (tx) => suspensionsOf(tx, welderId));
    return { items: rows.map((row) => this.viewOf(row, caller, at)) };
  }

  async suspend(
    request: Request,
    welderId: string,
    body: SuspendWelderRequest,
  ): Promise<Result<SuspensionView, Refusal>> {
    const { caller, at } = request;
    const welder = await this.uow.run(caller.scope, (tx) => this.welders.find(tx, welderId));
    if (!welder) return refused(notFound('welder.not-found'));
    const rule = this.ruleAt(at);
    const fault = suspensionFault(body.untilOn, rule, at);
    if (fault) return refused(wrongField('untilOn', fault, { days: rule.longestDays }));
    return this.uow.attempt(systemScope('suspend-welder'), async (tx) => {
      const call = { ...request, tx };
      const person = await personBehind(tx, welderId);
      if (person === null) return refused(notFound('welder.not-found'));
      const suspension: Suspension = {
        ...{ id: this.ids.next(at), welderId: person, regionCode: welder.regionCode, state: 'running' },
        ...{
          reason: body.reason.trim(),
          violationId: body.violationId ?? null,
          suspendedBy: caller.userId,
          suspendedAt: at,
        },
        untilAt: suspendedUntil(body.untilOn),
        ...{ appeal: null, appealedAt: null, answerDueAt: null, answer: null, answeredBy: null, answeredAt: null },
        ...{ closedBy: null, closedAt: null, closeReason: null },
      };
      if (!(await this.suspensions.insert(tx, suspension))) return refused(conflict('suspension.open-already'));
      await this.suspensions.take(tx, person);
      await this.news.tell(call, suspension, 'suspended', { reason: suspension.reason, untilOn: body.untilOn });
      return ok(this.viewOf((await suspensionOne(tx, suspension.id))!, caller, at));
    });
  }

  async command(request: Request, id: string, name: string, text: string): Promise<Result<SuspensionView, Refusal>> {
    const { caller, at } = request;
    const command = SUSPENSION_COMMANDS.find((one) => one === name);
    const seen = await this.uow.run(caller.scope, (tx) => suspensionOne(tx, id));
    if (!command || !seen) return refused(notFound('suspension.not-found'));
    return this.uow.attempt(systemScope('suspension'), async (tx) => {
      const suspension = (await this.suspensions.lock(tx, id))!;
      const snapshot = this.snapshotOf(suspension, caller, at);
      const step = suspensionLifeCycle.step(snapshot, command);
      const extra = { commands: suspensionLifeCycle.open(snapshot) };
      if (step.outcome === 'not-open') return refused(conflict('suspension.command-not-open', { extra }));
      if (step.outcome === 'refused') return refused(forbidden(step.reasons[0]!, { extra }));
      await this.take({ ...request, tx }, suspension, command, {
        state: step.to,
        ...this.changeBy(command, text.trim(), request),
      });
      return ok(this.viewOf((await suspensionOne(tx, id))!, caller, at));
    });
  }

  private async take(
    call: Call,
    suspension: Suspension,
    command: SuspensionCommand,
    change: Partial<Suspension>,
  ): Promise<void> {
    await this.suspensions.change(call.tx, suspension.id, change);
    if (change.state === 'lifted') await this.suspensions.giveBack(call.tx, suspension.welderId);
    await this.news.tell(call, suspension, TOLD[command], { state: change.state });
  }

  private changeBy(command: SuspensionCommand, text: string, { caller, at }: Request): Partial<Suspension> {
    const answered = { answer: text, answeredBy: caller.userId, answeredAt: at };
    const closed = { closedBy: caller.userId, closedAt: at, closeReason: text };
    switch (command) {
      case 'appeal':
        return { appeal: text, appealedAt: at, answerDueAt: at + this.ruleAt(at).answerDays * DAY };
      case 'grant':
        return { ...answered, ...closed };
      case 'reject':
        return answered;
      case 'lift':
        return closed;
    }
  }

  private snapshotOf(
    { state, welderId, suspendedBy, suspendedAt, appealedAt }: Suspension,
    caller: Caller,
    at: Instant,
  ): SuspensionSnapshot {
    return {
      state,
      byWelder: caller.welderId === welderId,
      byOfficial: hasRole(caller, ...AUTHORITY),
      bySuspender: caller.userId === suspendedBy,
      appealedBefore: appealedAt !== null,
      appealOver: at >= suspendedAt + this.ruleAt(suspendedAt).appealDays * DAY,
    };
  }

  private ruleAt(at: Instant): SuspensionRule {
    return this.rules.book().value<SuspensionRule>('supervision.suspension', {}, at);
  }

  private viewOf(row: ListedSuspension, caller: Caller, at: Instant): SuspensionView {
    const { id, welderId, state, reason, violationId, appeal, answer, closeReason } = row;
    const appealUntil = row.suspendedAt + this.ruleAt(row.suspendedAt).appealDays * DAY;
    return {
      ...{ id, welderId, state, reason, appeal, answer, closeReason },
      violationId: hasRole(caller, ...AUTHORITY) ? violationId : null,
      ...{ suspendedBy: row.suspendedByName, answeredBy: row.answeredByName, closedBy: row.closedByName },
      suspendedAt: isoTime(row.suspendedAt),
      untilOn: shanghaiDate(row.untilAt - 1),
      appealUntilOn: shanghaiDate(appealUntil - 1),
      appealedAt: isoTimeOrNull(row.appealedAt),
      answerDueAt: isoTimeOrNull(row.answerDueAt),
      answeredAt: isoTimeOrNull(row.answeredAt),
      closedAt: isoTimeOrNull(row.closedAt),
      commands: suspensionLifeCycle.open(this.snapshotOf(row, caller, at)),
    };
  }
}

const TOLD = { appeal: 'appealed', grant: 'lifted', reject: 'appeal-rejected', lift: 'lifted' } as const;
