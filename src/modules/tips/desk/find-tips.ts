import { Injectable } from '@nestjs/common';
import { ON_THE_GROUND } from '../../../domain/people/roles';
import { possibleDuplicates } from '../../../domain/tips/duplicates';
import { tipLifeCycle } from '../../../domain/tips/tip-life-cycle';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { UsersReader } from '../../identity/users.reader';
import { RulesReader } from '../../rules/rules.reader';
import { RewardStore } from '../rewards/reward.store';
import { rewardView } from '../rewards/reward.mapper';
import { snapshotFor } from '../tip-snapshot';
import { TipStore, type Tip } from '../tip.store';
import type { DuplicateTip, HandlerChoices, TipDetail, TipPage, TipQuery } from './tip-desk.dto';
import { TipViews } from './tips.view';

@Injectable()
export class FindTips {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tips: TipStore,
    private readonly views: TipViews,
    private readonly rewards: RewardStore,
    private readonly users: UsersReader,
    private readonly rules: RulesReader,
  ) {}

  list({ caller }: Request, query: TipQuery): Promise<TipPage> {
    return this.uow.run(caller.scope, async (tx) =>
      toPage(await this.views.list(tx, query), query.limit, ({ id }) => id),
    );
  }

  one(request: Request, id: string): Promise<Result<TipDetail, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const tip = await this.tips.find(tx, id);
      return tip ? ok(await this.detailOf({ ...request, tx }, tip)) : refused(notFound('tip.not-found'));
    });
  }

  handlers({ caller }: Request, id: string): Promise<Result<HandlerChoices, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const tip = await this.tips.find(tx, id);
      if (!tip) return refused(notFound('tip.not-found'));
      const people = [];
      for (const role of ON_THE_GROUND)
        people.push(...(await this.users.withRole(tx, { role, regionCode: tip.regionCode })));
      const each = new Map(
        people.map(({ id: userId, name, roles }) => [userId, { id: userId, name, roles: [...roles] }]),
      );
      return ok({ items: [...each.values()] });
    });
  }

  async detailOf({ tx, caller, at }: Call, tip: Tip): Promise<TipDetail> {
    const view = (await this.views.one(tx, tip.id))!;
    const photos = await this.tips.photos(tx, tip.id);
    const reward = await this.rewards.ofTip(tx, tip.id);
    return {
      ...view,
      photoList: photos.map(({ fileId, takenBy, shownToHandler }) => ({ id: fileId, takenBy, shownToHandler })),
      steps: await this.views.steps(tx, tip.id),
      duplicates: await this.duplicatesOf({ tx, at }, tip),
      mergedInto: tip.mergedInto,
      hasIdentity: tip.hasIdentity,
      commands: tipLifeCycle.open(snapshotFor(tip, caller)),
      reward: reward && rewardView(reward),
    };
  }

  private async duplicatesOf({ tx, at }: Pick<Call, 'tx' | 'at'>, tip: Tip): Promise<DuplicateTip[]> {
    const book = this.rules.book();
    const { regionCode, lat, lng } = tip;
    const hours = book.value<number>('tip.duplicate-hours', { regionCode }, at);
    const metres = book.value<number>('tip.duplicate-metres', { regionCode }, at);
    const near = new Map((await this.views.near(tx, tip, hours)).map((other) => [other.id, other]));
    const position = lat === null || lng === null ? null : { lat, lng };
    return possibleDuplicates({ ...tip, position }, [...near.values()], { metres, hours }).map((one) => {
      const { kind, state, text } = near.get(one.id)!;
      return { ...one, kind, state, text, minutesApart: Math.round(one.minutesApart) };
    });
  }
}
