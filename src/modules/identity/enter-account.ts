import { Injectable } from '@nestjs/common';
import { unauthenticated, type Refusal } from '../../kernel/refusal';
import { refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Tx } from '../../platform/database/unit-of-work';
import { KnownDevices, type Origin } from './known-devices';
import { type Attempter, LoginPatience } from './login-patience';
import { type Session, Sessions } from './sessions';
import type { User } from './user';

/** An attempt that has had its turn. */
export interface Trial {
  readonly attempter: Attempter;
  readonly from: Origin;
  readonly at: Instant;
  /** By what somebody proved, or failed to prove, who they are. */
  readonly method: string;
}

/** How an attempt to sign in ends: counted and noted, with a session or without. */
@Injectable()
export class EnterAccount {
  constructor(
    private readonly patience: LoginPatience,
    private readonly devices: KnownDevices,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
  ) {}

  /** What was typed is not recorded: it may be a password in the wrong field. */
  async fail(
    tx: Tx,
    user: User | null,
    { attempter, from: { address }, at, method }: Trial,
    code = 'login.failed',
  ): Promise<Result<Session, Refusal>> {
    await this.patience.failed(tx, attempter, at);
    this.journal.record(tx, { userId: null, name: 'login', address }, at, [
      {
        action: 'login.failed',
        entity: 'user',
        entityId: user?.id ?? 'unknown',
        regionCode: user?.regionCode,
        after: { method },
      },
    ]);
    return refused(unauthenticated(code));
  }

  async open(tx: Tx, user: User, { attempter, from, at, method }: Trial, temporary: boolean): Promise<Session> {
    await this.patience.succeeded(tx, attempter);
    await this.devices.remember(tx, user.id, from, at);
    this.journal.record(tx, { userId: user.id, name: user.name, address: from.address }, at, [
      { action: 'login.succeeded', entity: 'user', entityId: user.id, regionCode: user.regionCode, after: { method } },
    ]);
    return this.sessions.open(
      tx,
      user,
      { deviceHash: this.devices.hashOf(from), deviceName: from.deviceName, temporary },
      at,
    );
  }
}
