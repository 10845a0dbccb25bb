import { Injectable } from '@nestjs/common';
import { contractorStanding } from '../../domain/contracts/contract';
import { notFound, type Refusal } from '../../kernel/refusal';
import { subtreeRange } from '../../kernel/region-code';
import { ok, refused, type Result } from '../../kernel/result';
import { shanghaiDate } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import { RegistryReader } from '../registry/registry.reader';
import type {
  BothCountsView,
  ContractorStandingQuery,
  ContractorStandingView,
  ContractPage,
  ContractQuery,
  ContractView,
} from './contract.dto';
import { ContractViews, type ContractReach } from './contracts.view';

@Injectable()
export class FindContracts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: ContractViews,
    private readonly registry: RegistryReader,
  ) {}

  list({ caller, at }: Request, query: ContractQuery): Promise<ContractPage> {
    return this.uow.run(systemScope('contracts'), async (tx) =>
      toPage(await this.views.list(tx, shanghaiDate(at), reachOf(caller), query), query.limit, ({ id }) => id),
    );
  }

  one({ caller, at }: Request, id: string): Promise<Result<ContractView, Refusal>> {
    return this.uow.run(systemScope('contracts'), async (tx) => {
      const found = await this.views.one(tx, shanghaiDate(at), reachOf(caller), id);
      return found ? ok(found) : refused(notFound('contract.not-found'));
    });
  }

  /** One word about two enterprises, for whoever looks at their permit. */
  async standing(
    { caller, at }: Request,
    { clientId, contractorId }: ContractorStandingQuery,
  ): Promise<Result<ContractorStandingView, Refusal>> {
    const isParty = caller.enterpriseId !== null && [clientId, contractorId].includes(caller.enterpriseId);
    if (!isParty && caller.scope.kind !== 'region') return refused(notFound('contract.not-found'));
    return this.uow.run(systemScope('contracts'), async (tx) =>
      ok({ standing: contractorStanding(await this.views.between(tx, clientId, contractorId), shanghaiDate(at)) }),
    );
  }

  /** Of an enterprise that the caller sees. */
  async counts({ caller, at }: Request, enterpriseId: string): Promise<Result<BothCountsView, Refusal>> {
    const seen = await this.uow.run(caller.scope, (tx) => this.registry.enterpriseById(tx, enterpriseId));
    if (!seen) return refused(notFound('enterprise.not-found'));
    return this.uow.run(systemScope('contracts'), async (tx) =>
      ok(await this.views.counts(tx, shanghaiDate(at), enterpriseId)),
    );
  }
}

/** Whose contracts the caller sees: those of the region they serve, or of their enterprise. */
const reachOf = ({ scope, enterpriseId }: Caller): ContractReach =>
  scope.kind === 'region'
    ? { enterpriseId: null, ...subtreeRange(scope.regionCode) }
    : { enterpriseId, from: '', to: '' };
