import { Injectable } from '@nestjs/common';
import { answerDueAt } from '../../../domain/self-checks/internal-report';
import { forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OwnPhotos } from '../../../platform/files/own-photos';
import { Ids } from '../../../platform/time/ids';
import { RegistryReader, type EnterpriseFacts } from '../../registry/registry.reader';
import { RulesReader } from '../../rules/rules.reader';
import { FindInternalReports } from './find-internal-reports';
import type { InternalReportDetail, ReportInternallyRequest } from './internal-report.dto';
import { InternalReportStore, type InternalReport } from './internal-report.store';

/** Somebody of an enterprise tells it of a hazard; with their name or without. */
@Injectable()
export class ReportInternally {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reports: InternalReportStore,
    private readonly find: FindInternalReports,
    private readonly registry: RegistryReader,
    private readonly rules: RulesReader,
    private readonly photos: OwnPhotos,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute(request: Request, body: ReportInternallyRequest): Promise<Result<InternalReportDetail, Refusal>> {
    const { caller, at } = request;
    const made = await this.uow.attempt(
      systemScope('internal-report'),
      async (tx): Promise<Result<string, Refusal>> => {
        const firm = await this.employerOf({ ...request, tx });
        if (!firm) return refused(forbidden('internal-report.no-employer'));
        if (!(await this.photos.areOf(tx, caller, body.photoIds ?? [])))
          return refused(wrongField('photoIds', 'violation.photo-unknown'));
        const { id: enterpriseId, regionCode } = firm;
        const days = this.rules.book().value<number>('internal-report.answer-days', { regionCode }, at);
        const report: InternalReport = {
          ...{ id: this.ids.next(at), enterpriseId, regionCode, text: readTyped(body.text), state: 'open' },
          ...{ place: body.place === undefined ? null : readTyped(body.place), photoIds: body.photoIds ?? [] },
          ...{ reporterName: body.anonymous ? null : caller.name, reportedAt: at, dueAt: answerDueAt(at, days) },
          ...{ risenAt: null, outcome: null, answer: null, answeredBy: null, answeredAt: null, violationId: null },
        };
        await this.reports.insert(tx, report, caller.userId);
        const entry = { action: 'internal-report.made', entity: 'internal-report', entityId: report.id, regionCode };
        this.journal.record(tx, caller, at, [
          { ...entry, after: { enterpriseId, anonymous: body.anonymous === true } },
        ]);
        return ok(report.id);
      },
    );
    return made.ok ? this.find.one(request, made.value) : made;
  }

  /** Of the account, or of the welder whose account it is. */
  private async employerOf({ tx, caller }: Call): Promise<EnterpriseFacts | null> {
    const welder = caller.welderId === null ? null : await this.registry.welderById(tx, caller.welderId);
    const id = caller.enterpriseId ?? welder?.enterpriseId ?? null;
    return id === null ? null : this.registry.enterpriseById(tx, id);
  }
}
