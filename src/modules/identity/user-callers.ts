import { Injectable } from '@nestjs/common';
import { SECOND, type Instant } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';
import { CallerDirectory, type TokenSubject } from '../../platform/auth/caller-directory';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { callerOf } from './caller-of-user';
import { holds, PERMISSIONS, type Permission } from './permissions';
import { FactorDuty } from './second-factor/factor-duty';
import { UserStore } from './user.store';
import type { SignedIn } from './user';

/** How long another process may still let in a user who was disabled, or signed out, here. */
const BELIEVED_FOR = 5 * SECOND;
const MOST_KEPT = 10_000;

interface Kept {
  readonly since: Instant;
  readonly user: Promise<SignedIn | null>;
}

/** Answers the guard from the users table, asking it at most once in five seconds a session. */
@Injectable()
export class UserCallers extends CallerDirectory {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly clock: Clock,
    private readonly factorDuty: FactorDuty,
  ) {
    super();
  }

  async find({ userId, sessionId, address }: TokenSubject): Promise<Caller | null> {
    const user = await this.user(userId, sessionId);
    return user && user.disabledAt === null
      ? callerOf(user, address, {
          sessionId,
          deviceHash: user.deviceHash,
          ...(user.mustChangePassword && { mustChangePassword: true }),
          ...(this.isFactorDue(user) && { secondFactorDue: true }),
        })
      : null;
  }

  holds(caller: Caller, permission: string): boolean {
    return isPermission(permission) && holds(caller.roles, permission);
  }

  /** After a change, so that it counts at once in this process, in all sessions of the user. */
  forget(userId: string): void {
    for (const key of this.kept.keys()) if (key.startsWith(`${userId} `)) this.kept.delete(key);
    this.announce(userId);
  }

  private isFactorDue({ hasSecondFactor, roles }: SignedIn): boolean {
    return !hasSecondFactor && this.factorDuty.holds(roles, this.clock.now());
  }

  private user(userId: string, sessionId: string): Promise<SignedIn | null> {
    const at = this.clock.now();
    const key = `${userId} ${sessionId}`;
    const kept = this.kept.get(key);
    if (kept && at - kept.since < BELIEVED_FOR) return kept.user;
    const user = this.uow.run(systemScope('caller'), (tx) => this.users.inSession(tx, userId, sessionId));
    user.catch(() => this.kept.delete(key)); // a fault is no answer to keep
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, { since: at, user });
    return user;
  }
}

const isPermission = (name: string): name is Permission => Object.hasOwn(PERMISSIONS, name);
