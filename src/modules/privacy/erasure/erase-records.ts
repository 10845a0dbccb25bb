import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ForgetCards } from '../../certificates/forget-cards';
import { ForgetCollected } from '../../collection/subjects/forget-collected';
import { ForgetRows } from '../../imports/forget-rows';
import { ForgetJobPlaces } from '../../jobs/forget-job-places';
import { ForgetSignatures } from '../../inspections/visits/forget-signatures';
import { ForgetInSelfChecks } from '../../self-checks/forget-in-self-checks';
import { ForgetReceiver } from '../../notices/send/forget-receiver';
import { ForgetSigner } from '../../permits/people/forget-signer';
import { ForgetRegistrations } from '../../registrations/forget-registrations';
import { ForgetAccused } from '../../supervision/forget-accused';
import { ForgetAttendances } from '../../training/sessions/forget-attendances';
import { enterprisesOf, permitsActedOn } from './erasure-requests.view';

/** Whatever a person stands under elsewhere: as an account, as welders, by phone and by name. */
export interface PersonTraces {
  readonly userIds: readonly string[];
  readonly welderIds: readonly string[];
  readonly phoneHashes: readonly string[];
  readonly names: readonly string[];
}

/** The records around a forgotten person: each feature erases its own, and what has to stay stands under the pseudonym. */
@Injectable()
export class EraseRecords {
  constructor(
    private readonly cards: ForgetCards,
    private readonly registrations: ForgetRegistrations,
    private readonly collected: ForgetCollected,
    private readonly rows: ForgetRows,
    private readonly attendances: ForgetAttendances,
    private readonly signers: ForgetSigner,
    private readonly jobPlaces: ForgetJobPlaces,
    private readonly accused: ForgetAccused,
    private readonly receivers: ForgetReceiver,
    private readonly ownChecks: ForgetInSelfChecks,
    private readonly signatures: ForgetSignatures,
  ) {}

  /** How many cards there were. */
  async erase(tx: Tx, { userIds, welderIds, phoneHashes, names }: PersonTraces, pseudonym: string): Promise<number> {
    const cardIds = await this.cards.erase(tx, welderIds);
    await this.registrations.erase(tx, { userIds, welderIds }, pseudonym);
    await this.collected.erase(tx, welderIds);
    await this.rows.erase(tx, [...welderIds, ...cardIds], pseudonym);
    await this.attendances.erase(tx, welderIds);
    await this.signers.erase(tx, userIds, phoneHashes, pseudonym);
    await this.jobPlaces.ofWelders(tx, welderIds);
    const permitIds = await permitsActedOn(tx, userIds);
    await this.accused.erase(tx, { userIds, welderIds, names, permitIds }, pseudonym);
    await this.receivers.erase(tx, userIds, names, pseudonym);
    const enterpriseIds = await enterprisesOf(tx, { userIds, welderIds });
    await this.ownChecks.erase(tx, { userIds, names, enterpriseIds }, pseudonym);
    await this.signatures.erase(tx, { names, enterpriseIds }, pseudonym);
    return cardIds.length;
  }
}
