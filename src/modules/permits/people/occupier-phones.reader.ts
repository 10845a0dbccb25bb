import { Injectable } from '@nestjs/common';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PHONE_SEAL } from '../../identity/user.mapper';
import { ENTERPRISE_PHONE } from '../../registry/enterprises/enterprise.mapper';
import { WELDER_PHONE } from '../../registry/welders/welder.mapper';
import type { StoredPermit } from '../stored-permit';
import { OCCUPIER_PHONE } from '../occupier/occupier-codes';

/** Who declares a small job, who welds in it, and whose people and machines it may use. */
export type Declaring = Pick<StoredPermit, 'applicantId' | 'welderIds' | 'contractorId'>;

/** A person who works for several enterprises belongs to all of them. */
const FIRMS = `
  with applicant as (select welder_id, enterprise_id from users where id = $1),
  welding as (select id, enterprise_id from welders where id = any($2::text[]) or id = (select welder_id from applicant)),
  firms as (select enterprise_id from applicant union select enterprise_id from welding
    union select enterprise_id from employments where until is null and welder_id in (select id from welding)
    union select $3::text where $3 is not null)`;

/** Disabled accounts count too: their owner still holds the phone. */
const OWN_PHONE = `${FIRMS}
  select exists (
    select 1 from users u where u.phone_hash = $4
      and (u.id = $1 or u.welder_id in (select id from welding) or u.enterprise_id in (select enterprise_id from firms))
  ) or exists (
    select 1 from welders w where w.phone_hash = $5
      and (w.id in (select id from welding) or w.enterprise_id in (select enterprise_id from firms))
  ) as own`;

/** The contacts that these enterprises named; nobody searches for them, so they are kept without a fingerprint. */
const CONTACTS = `${FIRMS}
  select contact_phone_sealed as sealed from enterprises where id in (select enterprise_id from firms)`;

/** Whose phone an occupier's is, as far as a declaration depends on it. */
@Injectable()
export class OccupierPhones {
  constructor(private readonly sealer: Sealer) {}

  /**
   * False for a phone of the applicant, of the welders named, of everybody in their enterprises and the contractor's, and of the
   * contacts that those named. Under the system's scope.
   */
  async isAnothers(tx: Tx, phone: string, declaring: Declaring): Promise<boolean> {
    return !(await this.isPersons(tx, phone, declaring)) && !(await this.isContact(tx, phone, declaring));
  }

  private async isContact(
    tx: Tx,
    phone: string,
    { applicantId, welderIds, contractorId }: Declaring,
  ): Promise<boolean> {
    const rows = await tx.prepared<{ sealed: string }>(CONTACTS, [applicantId, welderIds, contractorId]);
    return rows.some(({ sealed }) => this.sealer.open(ENTERPRISE_PHONE, sealed) === phone);
  }

  private async isPersons(
    tx: Tx,
    phone: string,
    { applicantId, welderIds, contractorId }: Declaring,
  ): Promise<boolean> {
    const [row] = await tx.prepared<{ own: boolean }>(OWN_PHONE, [
      applicantId,
      welderIds,
      contractorId,
      this.sealer.fingerprint(PHONE_SEAL, phone),
      this.sealer.fingerprint(WELDER_PHONE, phone),
    ]);
    return row?.own === true;
  }

  /** True also where no phone was given yet: that is missed elsewhere. */
  async confirmedByAnother(tx: Tx, permit: Declaring & Pick<StoredPermit, 'occupierPhoneSealed'>): Promise<boolean> {
    const { occupierPhoneSealed: sealed } = permit;
    return sealed === null || this.isAnothers(tx, this.sealer.open(OCCUPIER_PHONE, sealed), permit);
  }
}
