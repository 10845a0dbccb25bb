import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal';
import { refused, type Result } from '../../kernel/result';
import { SECOND } from '../../kernel/time';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { type Attempter, type Judged, LoginPatience } from './login-patience';
import { OneAtATime } from './one-at-a-time';

/** Slow for guesses from many addresses at once, short for the owner on a new device. */
const HELD_FOR = 3 * SECOND;

/** Attempts of one address that were let in and have not ended. */
interface UnderWay {
  count: number;
  readonly ended: (() => void)[];
}

/**
 * Lets an attempt to sign in begin. Attempts under way count as if they had failed: what is beyond the free ones waits
 * until an earlier one has ended, so a thousand guesses at once gain nothing, and an office that arrives at eight is let in.
 */
@Injectable()
export class LoginAttempts {
  private readonly pairs = new OneAtATime();
  private readonly doors = new OneAtATime();
  private readonly addresses = new Map<string, UnderWay>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly patience: LoginPatience,
    private readonly clock: Clock,
  ) {}

  /** One after another for one account at one address; a device that signed in before waits for nobody else. */
  run<T>(attempter: Attempter, attempt: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
    const { account, address, known, device } = attempter;
    return this.pairs.run(`${account} ${known === 'device' ? device : address}`, async () => {
      if (known === 'device') return this.tryNow(attempter, attempt);
      const { refusal, held } = await this.doors.run(address, () => this.letIn(attempter));
      if (refusal) return refused(refusal);
      try {
        if (held) await sleep(HELD_FOR);
        return await attempt();
      } finally {
        this.end(address);
      }
    });
  }

  private async tryNow<T>(attempter: Attempter, attempt: () => Promise<Result<T, Refusal>>) {
    const { refusal } = await this.ask(attempter);
    return refusal ? refused(refusal) : attempt();
  }

  /** Counts the attempt as under way, unless it is refused. */
  private async letIn(attempter: Attempter): Promise<Judged> {
    const at = this.addresses.get(attempter.address) ?? { count: 0, ended: [] };
    this.addresses.set(attempter.address, at);
    for (;;) {
      const judged = await this.ask(attempter);
      if (judged.refusal) return this.turnAway(attempter.address, judged);
      if (at.count === 0 || at.count <= judged.freeOfAddress) {
        at.count += 1;
        return judged;
      }
      await new Promise<void>((done) => at.ended.push(done));
    }
  }

  private ask(attempter: Attempter) {
    return this.uow.run(systemScope('login'), (tx) => this.patience.judge(tx, attempter, this.clock.now()));
  }

  private turnAway(address: string, judged: Judged): Judged {
    if (this.addresses.get(address)?.count === 0) this.addresses.delete(address);
    return judged;
  }

  private end(address: string): void {
    const at = this.addresses.get(address);
    if (!at) return;
    at.count -= 1;
    at.ended.splice(0).forEach((wake) => wake());
    if (at.count === 0) this.addresses.delete(address);
  }
}
