import { Injectable } from '@nestjs/common';
import type { Role } from '../../../domain/people/roles';
import type { Mender } from '../../../domain/roll-out/who-mends';
import type { Tx } from '../../../platform/database/unit-of-work';
import { UserPhones } from '../../identity/user-phones';
import { EnterpriseContact } from '../../registry/enterprises/enterprise-contact';
import { OwnerPhonesReader } from '../../registry/owner-phones.reader';
import type { KnownSubject } from './concerned.view';

/** Officials and technicians by their role; the nearest region first. */
const ROLE_OF: Partial<Readonly<Record<Mender, Role>>> = {
  fitter: 'technician',
  grid: 'grid-worker',
  county: 'regulator',
};

/** The phone of whoever can mend something; never shown. Under the system's scope. */
@Injectable()
export class MenderPhones {
  constructor(
    private readonly owners: OwnerPhonesReader,
    private readonly contacts: EnterpriseContact,
    private readonly users: UserPhones,
  ) {}

  /** The first of them who has a phone. */
  async firstOf(
    tx: Tx,
    menders: readonly Mender[],
    subject: KnownSubject,
  ): Promise<{ mender: Mender; phone: string } | null> {
    for (const mender of menders) {
      const phone = await this.phoneOf(tx, mender, subject);
      if (phone !== null) return { mender, phone };
    }
    return null;
  }

  private async phoneOf(
    tx: Tx,
    mender: Mender,
    { welderId, enterpriseId, regionCode }: KnownSubject,
  ): Promise<string | null> {
    const role = ROLE_OF[mender];
    if (role) return (await this.users.inCharge(tx, regionCode, role))[0] ?? null;
    if (mender === 'person') return welderId === null ? null : this.owners.of(tx, { welderId, enterpriseId: null });
    return enterpriseId === null ? null : this.contacts.phoneOf(tx, enterpriseId);
  }
}
