import { Injectable } from '@nestjs/common';
import { unauthenticated, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { SECOND, type Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { type FoundToken, SessionStore } from './session.store';
import { LONGEST_SESSION, hashOfToken, type Session, Sessions } from './sessions';
import { UserStore } from './user.store';
import type { User } from './user';

/** Within this time a second use of a token is taken for a doubled request or a lost answer. */
const GRACE = 30 * SECOND;

const ended = refused(unauthenticated('session.ended'));

/**
 * Exchanges a refresh token for the next one. A browser may ask twice (two tabs), and an answer may be lost. So a token
 * used a moment ago gives the same next token again, as long as that one was never used. Any other second use means that
 * two people hold the token, and the whole family ends.
 */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: SessionStore,
    private readonly users: UserStore,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(token: string | null, address: string): Promise<Result<Session, Refusal>> {
    if (token === null) return ended;
    const at = this.clock.now();
    const tokenHash = hashOfToken(token);
    return this.uow.run(systemScope('session'), async (tx) => {
      const found = await this.store.lockToken(tx, tokenHash);
      const user = found && (await this.users.byId(tx, found.userId));
      if (!found || !user || found.revoked) return ended;
      if (await this.isReused(tx, found, token, at)) return this.endFamily(tx, found, user, address, at);
      if (at >= found.expiresAt || at >= found.openedAt + LONGEST_SESSION) return ended;
      if (user.disabledAt !== null) return refused(unauthenticated('auth.disabled'));
      if (found.usedAt === null) await this.store.markUsed(tx, tokenHash, at);
      return ok(await this.sessions.proceed(tx, found.familyId, user, token, at));
    });
  }

  private async isReused(tx: Tx, { usedAt }: FoundToken, token: string, at: Instant): Promise<boolean> {
    if (usedAt === null) return false;
    if (at - usedAt > GRACE) return true;
    const next = await this.store.lockToken(tx, hashOfToken(this.sessions.successorOf(token)));
    return next === null || next.usedAt !== null;
  }

  private async endFamily(
    tx: Tx,
    { familyId }: FoundToken,
    user: User,
    address: string,
    at: Instant,
  ): Promise<Result<Session, Refusal>> {
    await this.sessions.end(tx, user.id, familyId, 'reused', at);
    this.journal.record(tx, { userId: null, name: 'session', address }, at, [
      {
        action: 'session.token-reused',
        entity: 'user',
        entityId: user.id,
        regionCode: user.regionCode,
        after: { familyId },
      },
    ]);
    return ended;
  }
}
