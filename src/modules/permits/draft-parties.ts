import { Injectable } from '@nestjs/common';
import { forbidden, type Refusal } from '../../kernel/refusal';
import { isWithin } from '../../kernel/region-code';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { RegionsReader } from '../regions/regions.reader';
import { RegistryReader, type WelderFacts } from '../registry/registry.reader';
import type { DraftPermitRequest } from './permit.dto';
import { wrongField } from './permit-refusals';

/** Whose work it is, and where it belongs. */
export interface Parties {
  readonly enterpriseId: string | null;
  readonly contractorId: string | null;
  readonly occupierEnterpriseId: string | null;
  readonly regionCode: string;
}

type Asked = Pick<
  DraftPermitRequest,
  'regime' | 'enterpriseId' | 'contractorId' | 'occupierEnterpriseId' | 'regionCode'
>;

/** Who may ask for whom: an enterprise's people for it or as its contractor, a welder for a job of their own, an official in their region. */
@Injectable()
export class DraftParties {
  constructor(
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
  ) {}

  async of(tx: Tx, caller: Caller, asked: Asked, welders: readonly WelderFacts[]): Promise<Result<Parties, Refusal>> {
    const named = {
      enterpriseId: asked.enterpriseId ?? caller.enterpriseId,
      contractorId: asked.contractorId ?? null,
      occupierEnterpriseId: asked.occupierEnterpriseId ?? null,
    };
    const homes = await this.homesOf(tx, named);
    if (!homes.ok) return homes;
    const home = homes.value.get(named.enterpriseId) ?? welders[0]?.regionCode ?? caller.regionCode;
    const parties = { ...named, regionCode: asked.regionCode ?? home ?? '' };
    if (!(await this.regions.exists(tx, parties.regionCode)))
      return refused(wrongField('regionCode', 'permit.region-unknown'));
    return mayAskFor(caller, parties, asked, welders) ? ok(parties) : refused(forbidden('permit.not-yours-to-ask'));
  }

  /** The regions of the enterprises named, by their ids. */
  private async homesOf(
    tx: Tx,
    named: Readonly<Record<string, string | null>>,
  ): Promise<Result<Map<string | null, string>, Refusal>> {
    const homes = new Map<string | null, string>();
    for (const [field, id] of Object.entries(named)) {
      const enterprise = id === null ? null : await this.registry.enterpriseById(tx, id);
      if (id !== null && !enterprise) return refused(wrongField(field, 'permit.enterprise-unknown'));
      if (enterprise) homes.set(enterprise.id, enterprise.regionCode);
    }
    return ok(homes);
  }
}

function mayAskFor(
  { scope, welderId }: Caller,
  { enterpriseId, contractorId, regionCode }: Parties,
  { regime }: Asked,
  welders: readonly WelderFacts[],
): boolean {
  switch (scope.kind) {
    case 'system':
      return true;
    case 'region':
      return isWithin(regionCode, scope.regionCode);
    case 'enterprise':
      return scope.enterpriseId === enterpriseId || scope.enterpriseId === contractorId;
    case 'person': {
      // a welder declares a small job of their own, in their own name or for the shop they work for
      const self = welders.find(({ id }) => id === welderId);
      return regime === 'small' && self !== undefined && (enterpriseId === null || enterpriseId === self.enterpriseId);
    }
  }
}
