import { Injectable } from '@nestjs/common';
import { kindsToMend, mendingPath, QUALITY_KINDS, subjectOf, type QualityKind } from '../../../domain/data-quality/quality-kinds'; // prettier-ignore
import { qualityLimits, type QualityLimits } from '../../../domain/data-quality/quality-limits';
import { hasRole, OFFICIALS } from '../../../domain/people/roles';
import type { Refusal } from '../../../kernel/refusal';
import { partLength } from '../../../kernel/region-code';
import { ok, type Result } from '../../../kernel/result';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { RegionsReader } from '../../regions/regions.reader';
import { RulesReader } from '../../rules/rules.reader';
import { reachOf } from '../reach';
import { countFindings, cursorOfFinding, findings, type Asked, type QualityCount } from './quality.view';
import type { QualityFindingPage, QualityCounts, QualityCountsQuery, QualityQuery } from './quality.dto';

/** What is missing or doubtful in the register, by region and for whoever may mend it. */
@Injectable()
export class FindFindings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionsReader,
    private readonly rules: RulesReader,
  ) {}

  private limits(at: Instant): QualityLimits {
    return qualityLimits(this.rules.book(), at);
  }

  async page({ caller, at }: Request, query: QualityQuery): Promise<Result<QualityFindingPage, Refusal>> {
    const reach = reachOf(caller, query.regionCode ?? null);
    if (!reach.ok) return reach;
    const kinds = (query.mine ? kindsToMend(caller) : QUALITY_KINDS).filter((kind) => !query.kind || kind === query.kind);
    if (kinds.length === 0) return ok({ items: [], nextCursor: null });
    const gridWorker = query.mine ? gridWorkerOf(caller) : null;
    const asked: Asked = { reach: reach.value, kinds, today: shanghaiDate(at), gridWorker, accepted: query.accepted === true, limits: this.limits(at) };
    return this.uow.run(systemScope('data-quality'), async (tx) => {
      const page = toPage(await findings(tx, asked, query.cursor, query.limit), query.limit, cursorOfFinding);
      const names = await this.regions.namesOf(tx, page.items.map(({ regionCode }) => regionCode)); // prettier-ignore
      const items = page.items.map(({ facts: _, id, ...finding }) => ({
        ...finding,
        subject: subjectOf(finding.kind),
        subjectId: id,
        regionName: names.get(finding.regionCode) ?? finding.regionCode,
        path: mendingPath(finding.kind, id),
      }));
      return ok({ ...page, items });
    });
  }

  async counts({ caller, at }: Request, query: QualityCountsQuery): Promise<Result<QualityCounts, Refusal>> {
    const reach = reachOf(caller, query.regionCode ?? null);
    if (!reach.ok) return reach;
    const { from: own, enterpriseId } = reach.value;
    const asked: Asked = { reach: reach.value, kinds: QUALITY_KINDS, today: shanghaiDate(at), gridWorker: null, accepted: false, limits: this.limits(at) };
    return this.uow.run(systemScope('data-quality-counts'), async (tx) => {
      const counts = await countFindings(tx, asked, partLength(own));
      const codes = [...new Set([own, ...counts.map(({ code }) => code)])];
      const names = await this.regions.namesOf(tx, codes);
      const part = (code: string, of: readonly QualityCount[]) => ({ code, name: names.get(code) ?? '', ...summed(of) });
      const parts = codes.map((code) => part(code, counts.filter((one) => one.code === code))).filter(({ total }) => total > 0); // prettier-ignore
      return ok({ sum: part(own, counts), parts: enterpriseId === null ? parts : [] });
    });
  }
} // prettier-ignore

/** A grid worker mends what lies in the own grids; an official of the region sees all. */
export const gridWorkerOf = (caller: Caller): string | null =>
  hasRole(caller, 'grid-worker') && !hasRole(caller, ...OFFICIALS) ? caller.userId : null;

function summed(counts: readonly QualityCount[]): { total: number; counts: Record<string, number> } {
  const byKind: Partial<Record<QualityKind, number>> = {};
  for (const { kind, n } of counts) byKind[kind] = (byKind[kind] ?? 0) + n;
  return { total: counts.reduce((all, { n }) => all + n, 0), counts: byKind };
}
