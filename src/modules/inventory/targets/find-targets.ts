import { Injectable } from '@nestjs/common';
import { progressOf } from '../../../domain/inventory/target';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import { DAY, shanghaiDate, shanghaiMidnight } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { reachOf } from '../reach';
import { CountTargets } from './count-targets';
import type { TargetList, TargetQuery, TargetView } from './target.dto';
import { daysOf, openTargets, type ListedTarget, type TargetDayOf } from './targets.view';

const SHOWN_DAYS = 14;

/** Targets with how far they are. */
@Injectable()
export class FindTargets {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly count: CountTargets,
  ) {}

  async list({ caller, at }: Request, { regionCode, mine }: TargetQuery): Promise<Result<TargetList, Refusal>> {
    const reach = reachOf(caller, regionCode ?? null);
    if (!reach.ok) return reach;
    const today = shanghaiDate(at);
    return this.uow.run(systemScope('targets'), async (tx) => {
      const found = await openTargets(tx, reach.value.from, reach.value.to, mine ? caller.userId : null);
      const days = await daysOf(tx, found.map(({ id }) => id), firstDay(today)); // prettier-ignore
      return ok({ items: await Promise.all(found.map((target) => this.viewOf(tx, target, days, today))) });
    });
  }

  async show(tx: Tx, target: ListedTarget, today: string): Promise<TargetView> {
    return this.viewOf(tx, target, await daysOf(tx, [target.id], firstDay(today)), today);
  }

  private async viewOf(tx: Tx, target: ListedTarget, days: readonly TargetDayOf[], today: string): Promise<TargetView> {
    const now = await this.count.now(tx, target, today);
    return {
      ...target,
      now,
      ...progressOf(target, now, today),
      days: days.filter(({ targetId }) => targetId === target.id).map(({ day, n }) => ({ day, n })),
      path: this.count.pathOf(target),
    };
  }
}

const firstDay = (today: string): string => shanghaiDate(shanghaiMidnight(today) - (SHOWN_DAYS - 1) * DAY);
