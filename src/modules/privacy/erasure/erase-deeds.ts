import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ForgetSignatures } from '../../inspections/visits/forget-signatures';
import { ForgetJobPlaces } from '../../jobs/forget-job-places';
import { ForgetReceiver } from '../../notices/send/forget-receiver';
import { ForgetSigner } from '../../permits/people/forget-signer';
import { ForgetInSelfChecks } from '../../self-checks/forget-in-self-checks';
import { ForgetAccused } from '../../supervision/forget-accused';
import { enterprisesOf, permitsActedOn } from './erasure-requests.view';

/** Whatever a person stands under elsewhere: as an account, as welders, by phone and by name. */
export interface PersonTraces {
  readonly userIds: readonly string[];
  readonly welderIds: readonly string[];
  readonly phoneHashes: readonly string[];
  readonly names: readonly string[];
}

/** What a forgotten person did: the deed stays under the pseudonym, and nothing of it leads to them. */
@Injectable()
export class EraseDeeds {
  constructor(
    private readonly signers: ForgetSigner,
    private readonly jobPlaces: ForgetJobPlaces,
    private readonly accused: ForgetAccused,
    private readonly receivers: ForgetReceiver,
    private readonly ownChecks: ForgetInSelfChecks,
    private readonly signatures: ForgetSignatures,
  ) {}

  async erase(tx: Tx, { userIds, welderIds, phoneHashes, names }: PersonTraces, pseudonym: string): Promise<void> {
    await this.signers.erase(tx, userIds, phoneHashes, pseudonym);
    await this.jobPlaces.ofWelders(tx, welderIds);
    const permitIds = await permitsActedOn(tx, userIds);
    await this.accused.erase(tx, { userIds, welderIds, names, permitIds }, pseudonym);
    await this.receivers.erase(tx, userIds, names, pseudonym);
    const enterpriseIds = await enterprisesOf(tx, { userIds, welderIds });
    await this.ownChecks.erase(tx, { userIds, names, enterpriseIds }, pseudonym);
    await this.signatures.erase(tx, { names, enterpriseIds }, pseudonym);
  }
}
