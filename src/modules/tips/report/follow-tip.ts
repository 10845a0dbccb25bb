import { Injectable } from '@nestjs/common';
import { lookUpLimits } from '../../../domain/tips/tip-limits';
import { parseTrackingCode } from '../../../domain/tips/tracking-code';
import { notFound, tooMany, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { TextAllowance } from '../../../platform/messaging/text-allowance';
import { Clock } from '../../../platform/time/clock';
import { TipSealer } from '../identity/tip-sealer';
import type { FollowedTip } from './tip.dto';
import { FollowedTips } from './followed-tip.view';

/** What became of a tip, for whoever holds its tracking code. */
@Injectable()
export class FollowTip {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly followed: FollowedTips,
    private readonly sealer: TipSealer,
    private readonly allowance: TextAllowance,
    private readonly clock: Clock,
  ) {}

  /** A mistyped code and one that nobody has take the same way to the same answer. */
  execute(typed: string, address: string): Promise<Result<FollowedTip, Refusal>> {
    const hash = this.sealer.trackingHash(parseTrackingCode(typed) ?? typed);
    return this.uow.run(systemScope('follow-tip'), async (tx): Promise<Result<FollowedTip, Refusal>> => {
      const wait = await this.allowance.spend(tx, lookUpLimits(address), this.clock.now());
      if (wait !== null) return refused(tooMany('tip.look-later', { extra: { retryAfter: wait } }));
      const found = await this.followed.find(tx, hash);
      return found ? ok(found) : refused(notFound('tip.unknown'));
    });
  }
}
