import { Injectable } from '@nestjs/common';
import { bestCard } from '../../../domain/certificates/best-card';
import { reviewsAbolishedFrom } from '../../../domain/certificates/certificate-state';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { isWithin } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY, shanghaiMidnight, type Instant } from '../../../kernel/time';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { CertificatesReader } from '../../certificates/certificates.reader';
import { RegistryReader } from '../../registry/registry.reader';
import { RulesReader } from '../../rules/rules.reader';
import type { ColleagueCertificate, ColleaguePage, ColleagueQuery, ColleagueView } from './colleague.dto';
import { ColleaguesView, type ColleagueRow } from './colleagues.view';

/** Whom a member of an enterprise can name on its permits. Filling in a form needs no right to manage people. */
@Injectable()
export class FindColleagues {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly colleagues: ColleaguesView,
    private readonly registry: RegistryReader,
    private readonly certificates: CertificatesReader,
    private readonly rules: RulesReader,
  ) {}

  execute(request: Request, enterpriseId: string, query: ColleagueQuery): Promise<Result<ColleaguePage, Refusal>> {
    return this.uow.run(systemScope('colleagues'), async (tx) => {
      const call = { ...request, tx };
      if (!(await this.mayLook(call, enterpriseId))) return refused(notFound('enterprise.not-found'));
      const page = toPage(await this.rows(call, enterpriseId, query), query.limit, ({ id }) => id);
      return ok({ ...page, items: await this.shown(call, query, page.items) });
    });
  }

  /** A member of it, also as an employed welder; an official of its region. To all others it is not there. */
  private async mayLook({ tx, caller, at }: Call, enterpriseId: string): Promise<boolean> {
    const enterprise = await this.registry.enterpriseById(tx, enterpriseId);
    if (!enterprise) return false;
    if (caller.scope.kind === 'region') return isWithin(enterprise.regionCode, caller.scope.regionCode);
    if (caller.enterpriseId === enterpriseId) return true;
    return caller.welderId !== null && this.colleagues.employs(tx, enterpriseId, caller.welderId, at);
  }

  private rows({ tx, at }: Call, enterpriseId: string, query: ColleagueQuery): Promise<ColleagueRow[]> {
    const filter = { ...query, enterpriseId };
    switch (query.as) {
      case 'watcher':
        return this.colleagues.watchers(tx, filter);
      case 'leader':
        return this.colleagues.leaders(tx, filter);
      case 'welder':
        return this.colleagues.welders(tx, filter, at);
    }
  }

  private async shown({ tx, at }: Call, { as }: ColleagueQuery, rows: ColleagueRow[]): Promise<ColleagueView[]> {
    const ids = as === 'welder' ? rows.map(({ id }) => id) : [];
    const cards = ids.length === 0 ? null : await this.certificates.ofWelders(tx, ids);
    const reviewsEnd = reviewsAbolishedFrom(this.rules.book(), at);
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      roles: [...row.roles],
      certificate:
        as === 'watcher'
          ? trainingOf(row, at)
          : as === 'welder'
            ? bestCard(cards?.get(row.id) ?? [], at, reviewsEnd)
            : null,
    }));
  }
}

function trainingOf({ trainedTo }: ColleagueRow, at: Instant): ColleagueCertificate {
  if (trainedTo === null) return { state: 'missing', validTo: null, operations: [] };
  const holds = at < shanghaiMidnight(trainedTo) + DAY;
  return { state: holds ? 'valid' : 'expired', validTo: trainedTo, operations: [] };
}
