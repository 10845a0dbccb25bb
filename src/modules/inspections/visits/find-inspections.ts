import { Injectable } from '@nestjs/common';
import { inspectionLifeCycle, takesFindings, type InspectionSnapshot } from '../../../domain/inspections/inspection-life-cycle'; // prettier-ignore
import { AUTHORITY, hasRole } from '../../../domain/people/roles';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { wordIn, type StoredText } from '../../../kernel/language';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Caller } from '../../../platform/auth/caller';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { RulesReader } from '../../rules/rules.reader';
import { InspectionFiguresView } from './figures.view';
import type { InspectionFigures, PublishedResults, ResultsQuery } from './inspection-results.dto';
import type { InspectionCheckView, InspectionDetail, InspectionPage, InspectionQuery } from './inspection.dto';
import { InspectionStore, type Inspection } from './inspection.store';
import { InspectionViews } from './inspections.view';

type Checklists = Readonly<Record<string, readonly (StoredText & { readonly code: string })[]>>;

@Injectable()
export class FindInspections {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly inspections: InspectionStore,
    private readonly views: InspectionViews,
    private readonly figuresView: InspectionFiguresView,
    private readonly rules: RulesReader,
  ) {}

  list({ caller }: Request, query: InspectionQuery): Promise<InspectionPage> {
    return this.uow.run(caller.scope, async (tx) =>
      toPage(await this.views.list(tx, caller.userId, query), query.limit, ({ id }) => id),
    );
  }

  figures({ caller }: Request): Promise<InspectionFigures> {
    return this.uow.run(caller.scope, (tx) => this.figuresView.of(tx));
  }

  results(query: ResultsQuery): Promise<PublishedResults> {
    return this.uow.run(systemScope('inspection-results'), async (tx) =>
      toPage(await this.views.results(tx, query), query.limit, ({ id }) => id),
    );
  }

  one(request: Request, id: string): Promise<Result<InspectionDetail, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx): Promise<Result<InspectionDetail, Refusal>> => {
      const inspection = await this.inspections.find(tx, id);
      return inspection
        ? ok(await this.detailOf({ ...request, tx }, inspection))
        : refused(notFound('inspection.not-found'));
    });
  }

  checksOf(
    { kind, regionCode, answers, createdAt }: Inspection,
    { language }: Pick<Call, 'language'>,
  ): InspectionCheckView[] {
    const lists = this.rules.book().value<Checklists>('inspection.checklists', { regionCode }, createdAt);
    return (lists[kind] ?? []).map((item) => ({
      ...{ code: item.code, text: wordIn(item, language), answer: answers[item.code] ?? null },
    }));
  }

  private async detailOf(call: Call, inspection: Inspection): Promise<InspectionDetail> {
    const { tx, caller } = call;
    const view = (await this.views.one(tx, inspection.id))!;
    const snapshot = snapshotFor(inspection, caller, view.openCases);
    return {
      ...view,
      checks: this.checksOf(inspection, call),
      steps: await this.views.steps(tx, inspection.id),
      findingList: await this.views.findings(tx, inspection.id),
      signedName: inspection.signedName,
      signatureId: inspection.signatureId,
      result: inspection.result,
      open: inspectionLifeCycle.open(snapshot),
      takesFindings: snapshot.byOfficer && takesFindings(inspection.state),
    };
  }
}

/** An inspection as the guards see it for this person. */
export const snapshotFor = (inspection: Inspection, caller: Caller, openCases: number): InspectionSnapshot => ({
  state: inspection.state,
  byOfficer: inspection.officerIds.includes(caller.userId),
  byAuthority: hasRole(caller, ...AUTHORITY),
  openCases,
});
