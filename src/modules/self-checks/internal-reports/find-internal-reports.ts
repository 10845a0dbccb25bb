import { Injectable } from '@nestjs/common';
import { hasRole, LEADERS } from '../../../domain/people/roles';
import { openReportCommands, type InternalReportCommand } from '../../../domain/self-checks/internal-report';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { holds } from '../../identity/permissions';
import type { InternalReportDetail, InternalReportPage, InternalReportQuery } from './internal-report.dto';
import { InternalReportStore, type InternalReport } from './internal-report.store';
import { InternalReportViews } from './internal-reports.view';

/** Who may see a report is asked under the caller's own scope; its names are then read by the system. */
@Injectable()
export class FindInternalReports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reports: InternalReportStore,
    private readonly views: InternalReportViews,
  ) {}

  async list({ caller }: Request, query: InternalReportQuery): Promise<InternalReportPage> {
    return this.pageOf(await this.uow.run(caller.scope, (tx) => this.views.visible(tx, query)), query.limit);
  }

  async mine({ caller }: Request, query: InternalReportQuery): Promise<InternalReportPage> {
    return this.pageOf(await this.uow.run(caller.scope, (tx) => this.views.own(tx, caller.userId, query)), query.limit);
  }

  async one(request: Request, id: string): Promise<Result<InternalReportDetail, Refusal>> {
    if (!(await this.sees(request, id))) return refused(notFound('internal-report.not-found'));
    return this.uow.run(systemScope('internal-reports'), async (tx) => {
      const [view] = await this.views.byIds(tx, [id]);
      const report = (await this.reports.find(tx, id))!;
      return ok({ ...view!, commands: await this.commandsFor({ ...request, tx }, report) });
    });
  }

  /** Row level security decides: own, of the enterprise, or risen to the region. */
  async sees({ caller }: Request, id: string): Promise<boolean> {
    return (await this.uow.run(caller.scope, (tx) => this.reports.find(tx, id))) !== null;
  }

  async commandsFor({ tx, caller }: Call, report: InternalReport): Promise<InternalReportCommand[]> {
    const inFirm = caller.enterpriseId === report.enterpriseId;
    return openReportCommands({
      state: report.state,
      outcome: report.outcome,
      reward: await this.reports.rewardOf(tx, report.id),
      byReporter: await this.reports.isReporter(tx, report.id, caller.userId),
      answers: inFirm && holds(caller.roles, 'internal-report.answer'),
      leads: inFirm && hasRole(caller, ...LEADERS),
      userId: caller.userId,
    });
  }

  private pageOf(ids: string[], limit: number): Promise<InternalReportPage> {
    return this.uow.run(systemScope('internal-reports'), async (tx) => {
      const page = toPage(ids, limit, (id) => id);
      return { ...page, items: await this.views.byIds(tx, page.items) };
    });
  }
}
