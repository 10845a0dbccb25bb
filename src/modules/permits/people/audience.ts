import { Injectable } from '@nestjs/common';
import type { Recipient } from '../../../domain/permits/steps/step';
import { partiesOf } from '../../../domain/permits/people';
import type { Instant } from '../../../kernel/time';
import type { DomainEvent } from '../../../platform/audit/journal';
import type { Tx } from '../../../platform/database/unit-of-work';
import { GridsReader } from '../../regions/grids/grids.reader';
import { concernedBy } from './holders.view';
import { PermitPeople } from './permit-people';
import type { StoredPermit } from '../stored-permit';

/** Who the recipients of news are at this moment, each once. */
@Injectable()
export class PermitAudience {
  constructor(
    private readonly people: PermitPeople,
    private readonly grids: GridsReader,
  ) {}

  async usersOf(tx: Tx, recipients: readonly Recipient[], at: Instant): Promise<string[]> {
    const found = await Promise.all(recipients.map((recipient) => this.look(tx, recipient, at)));
    return [...new Set(found.flat())];
  }

  private async look(tx: Tx, recipient: Recipient, at: Instant): Promise<readonly string[]> {
    switch (recipient.kind) {
      case 'users':
        return recipient.ids;
      case 'safety-officers':
        return this.people.safetyOfficersOf(tx, recipient.of);
      case 'leaders':
        return (await this.people.leadersOf(tx, recipient.of)).map(({ id }) => id);
      case 'grid-workers':
        return (await this.grids.responsibleFor(tx, recipient, at)).people;
      case 'signers':
        return this.people.signersAt(tx, recipient.permit, recipient.places, at);
      case 'concerned':
        return concernedBy(tx, recipient, at);
    }
  }
}

/** News of a permit, for its parties and the people named. */
export const permitEvent = (
  type: string,
  permit: StoredPermit,
  userIds: readonly string[],
  data: Readonly<Record<string, unknown>>,
): DomainEvent => ({
  type,
  entity: 'permit',
  entityId: permit.id,
  regionCode: permit.regionCode,
  enterpriseIds: partiesOf(permit),
  userIds,
  data: { number: permit.number, ...data },
});
