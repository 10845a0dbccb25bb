import { Injectable } from '@nestjs/common';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { reaches } from '../../../platform/database/reaches';
import type { Scope } from '../../../platform/database/scope';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RegionsReader } from '../../regions/regions.reader';
import { outsideScope } from '../outside-scope';
import { RegistryReader } from '../registry.reader';

interface Owners {
  readonly enterpriseId: string | null;
  readonly ownerWelderId: string | null;
}

interface Parties extends Owners {
  readonly regionCode: string;
}

const maySayWhere = ({ kind }: Scope): boolean => kind === 'region' || kind === 'system';

/** Whose a machine is said to be: region, enterprise and owner must exist, and the caller must go on seeing it. */
@Injectable()
export class MachineParties {
  constructor(
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
  ) {}

  async check(tx: Tx, scope: Scope, { regionCode, enterpriseId, ownerWelderId }: Parties): Promise<Refusal | null> {
    if (!reaches(scope, { regionCode, enterpriseId, welderId: ownerWelderId })) return outsideScope();
    if (!(await this.regions.exists(tx, regionCode))) return wrongField('regionCode', 'region.unknown');
    if (enterpriseId !== null && !(await this.registry.enterpriseById(tx, enterpriseId)))
      return wrongField('enterpriseId', 'enterprise.unknown');
    if (ownerWelderId !== null && !(await this.registry.welderById(tx, ownerWelderId)))
      return wrongField('ownerWelderId', 'welder.unknown');
    return null;
  }

  /** Where only an official may have put it, a machine stays as long as it stays with its owner. */
  async regionAfter(tx: Tx, scope: Scope, before: Parties, asked: Parties): Promise<string> {
    const stays = before.enterpriseId === asked.enterpriseId && before.ownerWelderId === asked.ownerWelderId;
    return stays && !maySayWhere(scope) ? before.regionCode : this.regionFor(tx, scope, asked.regionCode, asked);
  }

  /** Officials say where a machine is. For everybody else it is where its enterprise is, else its owner; `asked` where neither is known. */
  async regionFor(tx: Tx, scope: Scope, asked: string, { enterpriseId, ownerWelderId }: Owners): Promise<string> {
    if (maySayWhere(scope)) return asked;
    const owner =
      enterpriseId === null
        ? ownerWelderId !== null && (await this.registry.welderById(tx, ownerWelderId))
        : await this.registry.enterpriseById(tx, enterpriseId);
    return owner ? owner.regionCode : asked;
  }
}
