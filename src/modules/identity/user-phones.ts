import { Injectable } from '@nestjs/common';
import type { Role } from '../../domain/people/roles';
import { lineage } from '../../kernel/region-code';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { PHONE_SEAL } from './user.mapper';
import type { User } from './user';
import { UserStore } from './user.store';

/** Phones of those who have to be told by text message; nobody is shown one. */
@Injectable()
export class UserPhones {
  constructor(
    private readonly users: UserStore,
    private readonly sealer: Sealer,
  ) {}

  async ofEnterprise(tx: Tx, enterpriseId: string, role: Role): Promise<string[]> {
    return this.opened(await this.users.withRole(tx, role, enterpriseId, null));
  }

  /** Of those who serve a place with a role, the nearest region first. */
  async inCharge(tx: Tx, regionCode: string, role: Role): Promise<string[]> {
    const users = await this.users.withRole(tx, role, null, lineage(regionCode));
    const reach = (user: User): number => user.regionCode?.length ?? 0;
    return this.opened([...users].sort((a, b) => reach(b) - reach(a)));
  }

  /** Null where none is known. */
  async ofUser(tx: Tx, id: string): Promise<string | null> {
    const user = await this.users.byId(tx, id);
    return user ? (this.opened([user])[0] ?? null) : null;
  }

  private opened(users: readonly User[]): string[] {
    return users.flatMap(({ phoneSealed }) =>
      phoneSealed === null ? [] : [this.sealer.open(PHONE_SEAL, phoneSealed)],
    );
  }
}
