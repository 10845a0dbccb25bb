import { Injectable } from '@nestjs/common';
import { Journal } from '../../platform/audit/journal';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { SessionStore } from './session.store';
import { hashOfToken, Sessions } from './sessions';
import { UserStore } from './user.store';

/** Signs out: the family of the given token ends. A token that is unknown or has ended already is no error. */
@Injectable()
export class EndSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: SessionStore,
    private readonly sessions: Sessions,
    private readonly users: UserStore,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(token: string | null, address: string): Promise<void> {
    if (token === null) return;
    const at = this.clock.now();
    await this.uow.run(systemScope('session'), async (tx) => {
      const found = await this.store.lockToken(tx, hashOfToken(token));
      const user = found && !found.revoked ? await this.users.byId(tx, found.userId) : null;
      if (!found || !user) return;
      await this.sessions.end(tx, user.id, found.familyId, 'signed-out', at);
      this.journal.record(tx, { userId: user.id, name: user.name, address }, at, [
        { action: 'session.ended', entity: 'user', entityId: user.id, regionCode: user.regionCode },
      ]);
    });
  }
}
