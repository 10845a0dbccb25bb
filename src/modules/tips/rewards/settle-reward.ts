import { Injectable } from '@nestjs/common';
import { faultOfDecision } from '../../../domain/tips/decide-reward';
import { pinLimits } from '../../../domain/tips/tip-limits';
import { parseTrackingCode } from '../../../domain/tips/tracking-code';
import { conflict, forbidden, notFound, tooMany, wrongField, type Refusal } from '../../../kernel/refusal';
import { isWithin } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { TextAllowance } from '../../../platform/messaging/text-allowance';
import { TipSealer } from '../identity/tip-sealer';
import { TipStore } from '../tip.store';
import type { PayRewardRequest, RewardPage, RewardQuery, RewardView } from './reward.dto';
import { rewardView } from './reward.mapper';
import { RewardStore, type StoredReward } from './reward.store';

/** The ledger: a second person approves, a reporter shows tracking code and PIN and is paid, by another than approved. */
@Injectable()
export class SettleReward {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rewards: RewardStore,
    private readonly tips: TipStore,
    private readonly sealer: TipSealer,
    private readonly allowance: TextAllowance,
    private readonly journal: Journal,
  ) {}

  list({ caller }: Request, query: RewardQuery): Promise<RewardPage> {
    return this.uow.run(caller.scope, async (tx) => {
      const { items, nextCursor } = toPage(await this.rewards.list(tx, query), query.limit, ({ id }) => id);
      return { items: items.map(rewardView), nextCursor };
    });
  }

  /** `refusedFor` null: approved. */
  decide(request: Request, id: string, refusedFor: string | null): Promise<Result<RewardView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(caller.scope, async (tx): Promise<Result<RewardView, Refusal>> => {
      const reward = await this.rewards.lock(tx, id);
      if (!reward) return refused(notFound('tip.reward-unknown'));
      const fault = faultOfDecision(reward, caller.userId);
      if (fault) return refused(fault === 'own' ? forbidden('tip.reward-own') : conflict('tip.reward-settled'));
      const state = refusedFor === null ? 'approved' : 'refused';
      const changes = { state, decidedBy: caller.userId, decidedAt: at, refusedFor } as const;
      return ok(await this.save({ ...request, tx }, reward, changes));
    });
  }

  /** A wrong PIN and a code that nobody has sound alike, and five wrong ones an hour are all there are. */
  pay(request: Request, { trackingCode, pin, how }: PayRewardRequest): Promise<Result<RewardView, Refusal>> {
    const { caller, at } = request;
    const { scope } = caller;
    const code = parseTrackingCode(trackingCode) ?? trackingCode;
    const hash = this.sealer.trackingHash(code);
    return this.uow.run(systemScope('pay-tip-reward'), async (tx): Promise<Result<RewardView, Refusal>> => {
      const wait = await this.allowance.spend(tx, pinLimits(hash), at);
      if (wait !== null) return refused(tooMany('tip.pin-later', { extra: { retryAfter: wait } }));
      const tip = await this.tips.ofTracking(tx, hash);
      if (tip?.pinHash !== this.sealer.pinHash(code, pin)) return refused(wrongField('pin', 'tip.code-or-pin-wrong'));
      const found = await this.rewards.ofTip(tx, tip.id);
      const reward = found && (await this.rewards.lock(tx, found.id));
      if (reward?.state !== 'approved') return refused(conflict('tip.reward-not-due'));
      if (scope.kind !== 'region' || !isWithin(reward.regionCode, scope.regionCode))
        return refused(forbidden('tip.reward-elsewhere'));
      if (reward.decidedBy === caller.userId) return refused(forbidden('tip.reward-approved-by-you'));
      const changes = { state: 'paid', paidBy: caller.userId, paidAt: at, paidHow: how.trim() } as const;
      return ok(await this.save({ ...request, tx }, reward, changes));
    });
  }

  private async save(
    { tx, caller, at }: Call,
    reward: StoredReward,
    changes: Partial<StoredReward> & Pick<StoredReward, 'state'>,
  ): Promise<RewardView> {
    await this.rewards.change(tx, reward.id, changes);
    const { id: entityId, regionCode, yuan } = reward;
    const change = { before: { state: reward.state }, after: { state: changes.state, yuan } };
    const entry = { action: `tip-reward.${changes.state}`, entity: 'tip-reward', entityId, regionCode, ...change };
    this.journal.record(tx, caller, at, [entry]);
    return rewardView({ ...reward, ...changes });
  }
}
