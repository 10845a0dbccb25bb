import { Injectable } from '@nestjs/common';
import type { InternalReportCommand } from '../../../domain/self-checks/internal-report';
import { faultOfDecision } from '../../../domain/tips/decide-reward';
import type { Finding } from '../../../domain/violations/finding';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { RulesReader } from '../../rules/rules.reader';
import { RaiseOwnHazards } from '../../supervision/raise-own-hazards';
import { FindInternalReports } from './find-internal-reports';
import type { AnswerReportRequest, InternalReportDetail, ProposeInternalRewardRequest } from './internal-report.dto';
import { InternalReportStore, type InternalReport } from './internal-report.store';

type Answered = Promise<Result<InternalReportDetail, Refusal>>;

/** What an enterprise makes of a report: an answer, a hazard where it was true, a reward that two people record. */
@Injectable()
export class SettleInternalReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reports: InternalReportStore,
    private readonly find: FindInternalReports,
    private readonly raise: RaiseOwnHazards,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  answer(request: Request, id: string, { outcome, answer }: AnswerReportRequest): Answered {
    return this.take(request, id, 'answer', async (call, report) => {
      const { tx, caller, at } = call;
      const [violationId = null] = outcome === 'not' ? [] : await this.raise.execute(call, [hazardOf(report, at)]);
      await this.reports.change(tx, id, {
        ...{ state: 'answered', outcome, answer: readTyped(answer), answeredBy: caller.userId, answeredAt: at },
        violationId,
      });
      return ok({ outcome, violationId });
    });
  }

  propose(request: Request, id: string, { yuan, what }: ProposeInternalRewardRequest): Answered {
    return this.take(request, id, 'propose', async ({ tx, caller, at }, { regionCode }) => {
      const most = this.rules.book().value<number>('internal-report.reward-most-yuan', { regionCode }, at);
      if (yuan > most) return refused(wrongField('yuan', 'internal-report.reward-too-large', { most }));
      await this.reports.putReward(tx, {
        ...{ id: this.ids.next(at), reportId: id, state: 'proposed', yuan, what: readTyped(what) },
        ...{ proposedBy: caller.userId, proposedAt: at, decidedBy: null, decidedAt: null },
        ...{ refusedFor: null, receivedAt: null },
      });
      return ok({ yuan });
    });
  }

  /** `refusedFor` null: approved. */
  decide(request: Request, id: string, refusedFor: string | null): Answered {
    const command = refusedFor === null ? 'approve' : 'refuse';
    return this.take(request, id, command, async ({ tx, caller, at }) => {
      const reward = (await this.reports.rewardOf(tx, id))!;
      if (faultOfDecision(reward, caller.userId)) return refused(conflict('internal-report.command-not-open'));
      const state = refusedFor === null ? 'approved' : 'refused';
      await this.reports.changeReward(tx, reward.id, { state, decidedBy: caller.userId, decidedAt: at, refusedFor });
      return ok({ yuan: reward.yuan });
    });
  }

  /** The reporter says that it came; whoever gave it is told so without a name. */
  receive(request: Request, id: string): Answered {
    return this.take(request, id, 'receive', async ({ tx, at }) => {
      const reward = (await this.reports.rewardOf(tx, id))!;
      await this.reports.changeReward(tx, reward.id, { state: 'paid', receivedAt: at });
      return ok({ yuan: reward.yuan });
    });
  }

  private async take(
    request: Request,
    id: string,
    command: InternalReportCommand,
    work: (call: Call, report: InternalReport) => Promise<Result<object, Refusal>>,
  ): Answered {
    const { caller, at } = request;
    if (!(await this.find.sees(request, id))) return refused(notFound('internal-report.not-found'));
    const done = await this.uow.attempt(systemScope('internal-report'), async (tx) => {
      const call = { ...request, tx };
      const report = await this.reports.lock(tx, id);
      const commands = await this.find.commandsFor(call, report);
      if (!commands.includes(command))
        return refused(conflict('internal-report.command-not-open', { extra: { commands } }));
      const taken = await work(call, report);
      if (!taken.ok) return taken;
      const { regionCode } = report;
      const entry = { action: `internal-report.${command}`, entity: 'internal-report', entityId: id, regionCode };
      this.journal.record(tx, caller, at, [{ ...entry, after: taken.value }]);
      return taken;
    });
    return done.ok ? this.find.one(request, id) : done;
  }
}

const hazardOf = ({ id, enterpriseId, regionCode, text, place, photoIds }: InternalReport, at: number): Finding => ({
  ...{ kind: 'other', source: 'self-check', certainty: 'confirmed', foundAt: at, enterpriseId, regionCode, place },
  ...{ description: text, photoIds: [...photoIds], evidence: { internalReportId: id } },
});
