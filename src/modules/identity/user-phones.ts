import { Injectable } from '@nestjs/common';
import type { Role } from '../../domain/people/roles';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { PHONE_SEAL } from './user.mapper';
import { UserStore } from './user.store';

/** Phones of those who have to be told by text message; nobody is shown one. */
@Injectable()
export class UserPhones {
  constructor(
    private readonly users: UserStore,
    private readonly sealer: Sealer,
  ) {}

  async ofEnterprise(tx: Tx, enterpriseId: string, role: Role): Promise<string[]> {
    const users = await this.users.withRole(tx, role, enterpriseId, null);
    return users.flatMap(({ phoneSealed }) =>
      phoneSealed === null ? [] : [this.sealer.open(PHONE_SEAL, phoneSealed)],
    );
  }
}
