import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { isWithin } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { workbook } from '../../../platform/documents/workbook';
import { toPage } from '../../../platform/http/page';
import { RegionsReader } from '../../regions/regions.reader';
import { CampaignStore } from '../campaigns/campaign.store';
import { reachOf } from '../training-reach';
import type { CoverageLine, CoveragePeopleQuery, CoverageQuery, CoverageView, CoveredPage } from './coverage.dto';
import { coverageColumns, peopleSheetName } from './coverage-columns';
import { CoverageOfTraining, type CoverageQuestion } from './coverage.view';

/** What a person reads in a spreadsheet. */
const MOST_ROWS = 100_000;

/** How far a region has come, and who is still missing. */
@Injectable()
export class ShowCoverage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly coverage: CoverageOfTraining,
    private readonly campaigns: CampaignStore,
    private readonly regions: RegionsReader,
  ) {}

  execute(request: Request, query: CoverageQuery): Promise<Result<CoverageView, Refusal>> {
    return this.within(request, query, async (tx, question) => {
      const lines = await this.coverage.lines(tx, question);
      const sum = (pick: (line: CoverageLine) => number): number => lines.reduce((all, line) => all + pick(line), 0);
      const total: CoverageLine = {
        regionCode: question.regionCode,
        name: (await this.regions.find(tx, question.regionCode))?.name ?? question.regionCode,
        targeted: sum(({ targeted }) => targeted),
        attended: sum(({ attended }) => attended),
        passed: sum(({ passed }) => passed),
        overdue: sum(({ overdue }) => overdue),
      };
      return { regionCode: question.regionCode, total, lines };
    });
  }

  people(request: Request, query: CoveragePeopleQuery): Promise<Result<CoveredPage, Refusal>> {
    return this.within(request, query, async (tx, question) => {
      const asked = { state: query.state ?? null, cursor: query.cursor ?? null, limit: query.limit + 1 };
      const rows = await this.coverage.people(tx, { ...question, ...asked });
      return toPage(rows, query.limit, ({ welderId }) => welderId);
    });
  }

  async export(
    request: Request,
    query: CoveragePeopleQuery,
  ): Promise<Result<{ name: string; stream: Readable }, Refusal>> {
    // prettier-ignore
    const { at, language } = request;
    const rows = await this.within(request, query, (tx, question) =>
      this.coverage.people(tx, { ...question, state: query.state ?? null, cursor: null, limit: MOST_ROWS }),
    );
    if (!rows.ok) return rows;
    const stream = await workbook(peopleSheetName(language), coverageColumns(language), rows.value);
    return ok({ name: `training-${shanghaiDate(at)}.xlsx`, stream });
  }

  /** An official asks within the own region; an enterprise and a welder see their own people wherever they live. */
  private within<T>(
    { caller, at }: Request,
    query: CoverageQuery,
    work: (tx: Tx, question: CoverageQuestion) => Promise<T>,
  ): Promise<Result<T, Refusal>> {
    return this.uow.attempt<T>(systemScope('training'), async (tx): Promise<Result<T, Refusal>> => {
      const reach = reachOf(caller);
      const regionCode = query.regionCode ?? reach.regionCode ?? '';
      if (reach.regionCode !== null && !isWithin(regionCode, reach.regionCode))
        return refused(forbidden('training.outside-region'));
      const campaignId = query.campaignId ?? null;
      if (campaignId !== null && !(await this.campaigns.find(tx, campaignId)))
        return refused(notFound('training.campaign-unknown'));
      const { enterpriseId, welderId } = reach;
      return ok(await work(tx, { regionCode, enterpriseId, welderId, campaignId, at }));
    });
  }
}
