import { Injectable } from '@nestjs/common';
import { rewardFor, type RewardRules } from '../../../domain/tips/reward';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate, shanghaiMidnight, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { RulesReader } from '../../rules/rules.reader';
import { OpenedIdentities } from '../identity/opened-identity.view';
import { TipStore, type Tip } from '../tip.store';
import { RewardCases } from './reward-case.view';
import type { RewardView } from './reward.dto';
import { rewardView } from './reward.mapper';
import { RewardStore, type StoredReward } from './reward.store';

/** The tip officer proposes; the sum is the rules' alone. */
@Injectable()
export class ProposeReward {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tips: TipStore,
    private readonly cases: RewardCases,
    private readonly identities: OpenedIdentities,
    private readonly rewards: RewardStore,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, tipId: string, insider: boolean): Promise<Result<RewardView, Refusal>> {
    const seen = await this.uow.run(caller.scope, (tx) => this.tips.find(tx, tipId));
    if (!seen) return refused(notFound('tip.not-found'));
    return this.uow.attempt(systemScope('tip-reward'), async (tx): Promise<Result<RewardView, Refusal>> => {
      const tip = (await this.tips.lock(tx, tipId))!;
      const { outcome, violationId, regionCode } = tip;
      if (outcome === null || violationId === null) return refused(conflict('tip.nothing-to-reward'));
      const { grade, major, yuan, cappedBy } = await this.sumOf(tx, { ...tip, outcome, violationId }, insider, at);
      if (yuan === 0) return refused(conflict('tip.reward-used-up'));
      const reward: StoredReward = {
        ...{ id: this.ids.next(at), tipId, regionCode, kind: tip.kind, grade, major, insider, yuan, cappedBy },
        ...{ state: 'proposed', proposedBy: caller.userId, proposedAt: at, decidedBy: null, decidedAt: null },
        ...{ refusedFor: null, paidBy: null, paidAt: null, paidHow: null },
      };
      if (!(await this.rewards.insertNew(tx, reward))) return refused(conflict('tip.reward-there-already'));
      const after = { yuan, insider, grade };
      const entry = { action: 'tip-reward.proposed', entity: 'tip-reward', entityId: reward.id, regionCode, after };
      this.journal.record(tx, caller, at, [entry]);
      return ok(rewardView(reward));
    });
  }

  private async sumOf(tx: Tx, tip: FoundTip, insider: boolean, at: Instant) {
    const { kind, outcome, violationId, regionCode } = tip;
    const { grade, major, caseYuan } = await this.cases.of(tx, violationId);
    const yearYuan = await this.identities.yuanSince(
      tx,
      tip.id,
      shanghaiMidnight(`${shanghaiDate(at).slice(0, 4)}-01-01`),
    );
    const facts = { kind, grade, major, outcome, insider, caseYuan, yearYuan };
    return { grade, major, ...rewardFor(facts, this.rulesOf(regionCode, at)) };
  }

  private rulesOf(regionCode: string, at: Instant): RewardRules {
    const book = this.rules.book();
    return {
      yuan: book.value<RewardRules['yuan']>('tip.reward-yuan', { regionCode }, at),
      majorYuan: book.value<number>('tip.reward-major-yuan', { regionCode }, at),
      partlyPercent: book.value<number>('tip.reward-partly-percent', { regionCode }, at),
      insiderPercent: book.value<number>('tip.reward-insider-percent', { regionCode }, at),
      caseMostYuan: book.value<number>('tip.reward-case-most-yuan', { regionCode }, at),
      yearMostYuan: book.value<number>('tip.reward-year-most-yuan', { regionCode }, at),
    };
  }
}

type FoundTip = Tip & { readonly outcome: NonNullable<Tip['outcome']>; readonly violationId: string };
