import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DAY, SECOND, type Instant } from '../../kernel/time';
import { ACCESS_TOKEN_LIFE, AccessTokens } from '../../platform/auth/access-tokens';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import type { SessionView } from './auth.dto';
import { scopeOf, type UserFacts } from './caller-of-user';
import { SessionStore } from './session.store';
import { UserCallers } from './user-callers';

/** A session unused for so long needs a new sign-in. */
const REFRESH_LIFE = 14 * DAY;

/** However diligently it is renewed, a session ends after a quarter of a year. */
export const LONGEST_SESSION = 90 * DAY;

export interface Session {
  readonly refreshToken: string;
  readonly refreshExpiresAt: Instant;
  readonly view: SessionView;
}

export interface SessionDevice {
  readonly deviceHash: string | null;
  /** Of its kind, for its owner to read. */
  readonly deviceName: string | null;
}

/** The database holds only hashes: a copy of it opens no session. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Hands out access and refresh tokens. */
@Injectable()
export class Sessions {
  constructor(
    private readonly store: SessionStore,
    private readonly accessTokens: AccessTokens,
    private readonly ids: Ids,
    private readonly callers: UserCallers,
    private readonly sealer: Sealer,
  ) {}

  /** `temporary`: opened with a password that somebody else gave; it can do nothing but change it. */
  async open(
    tx: Tx,
    user: UserFacts,
    { temporary = false, ...device }: SessionDevice & { temporary?: boolean },
    at: Instant,
  ): Promise<Session> {
    const familyId = this.ids.next(at);
    await this.store.openFamily(tx, { id: familyId, userId: user.id, ...device, temporary }, at);
    return this.handOut(tx, familyId, user, randomBytes(32).toString('base64url'), at);
  }

  /** The refresh token after `token`, with an access token. */
  proceed(tx: Tx, familyId: string, user: UserFacts, token: string, at: Instant): Promise<Session> {
    return this.handOut(tx, familyId, user, this.successorOf(token), at);
  }

  /** Two requests with one token get the same next one. Nobody can work it out without the key of this installation. */
  successorOf(token: string): string {
    return this.sealer.derive('session.successor', token);
  }

  private async handOut(
    tx: Tx,
    familyId: string,
    user: UserFacts,
    refreshToken: string,
    at: Instant,
  ): Promise<Session> {
    const refreshExpiresAt = at + REFRESH_LIFE;
    await this.store.addToken(tx, hashOfToken(refreshToken), familyId, at, refreshExpiresAt);
    return { refreshToken, refreshExpiresAt, view: this.viewOf(user, familyId, at) };
  }

  /** Its access tokens open nothing any more: at once in this process, within seconds in others. */
  async end(tx: Tx, userId: string, familyId: string, reason: string, at: Instant): Promise<void> {
    await this.store.revoke(tx, familyId, reason, at);
    tx.afterCommit(() => this.callers.forget(userId));
  }

  async endAllOf(tx: Tx, userId: string, reason: string, at: Instant): Promise<void> {
    await this.store.revokeAllOf(tx, userId, reason, at);
    tx.afterCommit(() => this.callers.forget(userId));
  }

  private viewOf(user: UserFacts, sessionId: string, at: Instant): SessionView {
    const { id, name, roles, welderId } = user;
    const scope = scopeOf(user);
    return {
      accessToken: this.accessTokens.issue(id, sessionId, at),
      expiresIn: ACCESS_TOKEN_LIFE / SECOND,
      user: {
        id,
        name,
        roles: [...roles],
        scope: {
          kind: scope.kind,
          regionCode: scope.kind === 'region' ? scope.regionCode : null,
          enterpriseId: scope.kind === 'enterprise' ? scope.enterpriseId : null,
          welderId,
        },
      },
    };
  }
}
