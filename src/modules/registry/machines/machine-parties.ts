import { Injectable } from '@nestjs/common';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { reaches } from '../../../platform/database/reaches';
import type { Scope } from '../../../platform/database/scope';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RegionsReader } from '../../regions/regions.reader';
import { outsideScope } from '../outside-scope';
import { RegistryReader } from '../registry.reader';

interface Parties {
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  readonly ownerWelderId: string | null;
}

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
}
