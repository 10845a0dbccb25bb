import { Injectable } from '@nestjs/common';
import { isWithin } from '../../kernel/region-code';
import type { Tx } from '../../platform/database/unit-of-work';
import { UsersReader } from '../identity/users.reader';
import type { ViolationRecord } from './violation.store';

/** Who may be given a violation to put right. */
@Injectable()
export class Assignees {
  constructor(private readonly users: UsersReader) {}

  /** Somebody of the enterprise it was found at, the welder it is about, or an official in charge of the place. */
  async fit(tx: Tx, userId: string, violation: ViolationRecord): Promise<boolean> {
    const user = await this.users.byId(tx, userId);
    if (!user) return false;
    const { enterpriseId, welderId, regionCode } = user;
    return (
      (enterpriseId !== null && enterpriseId === violation.enterpriseId) ||
      (welderId !== null && welderId === violation.welderId) ||
      (regionCode !== null && isWithin(violation.regionCode, regionCode))
    );
  }
}
