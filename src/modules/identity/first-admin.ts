import { Injectable } from '@nestjs/common';
import { Journal } from '../../platform/audit/journal';
import { systemActor } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Ids } from '../../platform/time/ids';
import { PasswordHasher } from './password-hasher';
import { newPassword } from './passwords/new-password';
import { NO_SEAT } from './seat-holders';
import { UserStore } from './user.store';

/** On an empty database: the user `admin`, so that someone can come in and let the others in. */
@Injectable()
export class MakeFirstAdmin {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly passwords: PasswordHasher,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The password to be shown once, where it was made here; null where it was given, or where there are users already. */
  async execute(given: string | null): Promise<string | null> {
    const at = this.clock.now();
    return this.uow.run(systemScope('first-admin'), async (tx) => {
      if (!(await this.users.isEmpty(tx))) return null;
      const password = given ?? newPassword(4);
      const id = this.ids.next(at);
      const made = await this.users.insert(tx, {
        id,
        username: 'admin',
        name: '系统管理员',
        passwordHash: await this.passwords.hash(password),
        phoneSealed: null,
        phoneHash: null,
        roles: ['admin'],
        regionCode: null,
        enterpriseId: null,
        welderId: null,
        createdAt: at,
        seat: NO_SEAT,
        trades: [],
      });
      if (!made) return null; // another process was quicker
      this.journal.record(tx, systemActor('boot'), at, [
        { action: 'user.registered', entity: 'user', entityId: id, after: { username: 'admin', roles: ['admin'] } },
      ]);
      return given === null ? password : null;
    });
  }
}
