import { Injectable } from '@nestjs/common';
import type { BlockReason } from '../../domain/fitting/chip-block';
import { hasRole } from '../../domain/people/roles';
import { forbidden, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { isoTime, isoTimeOrNull } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { StopChips } from '../jobs/chip-power/stop-chips';
import { ChipBlocks } from '../registry/chips/chip-blocks';
import { FittingViews } from './fitting.view';
import type { BlockChipRequest, BlockedChips, ChipLifeView } from './fitting.dto';

/** Lost, stolen, broken or doubtful chips give no power any more; and what became of a chip over the years. */
@Injectable()
export class CommandChips {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: FittingViews,
    private readonly blocks: ChipBlocks,
    private readonly stop: StopChips,
  ) {}

  /** All or none: one number that is unknown or beyond the caller's reach refuses the list. */
  async block(
    request: Request,
    chipNos: readonly string[],
    { reason, note }: BlockChipRequest,
  ): Promise<Result<BlockedChips, Refusal>> {
    const stranger = await this.strangerAmong(request, chipNos);
    if (stranger !== undefined) return refused(notFound('chip.unknown', { extra: { chipNo: stranger } }));
    const { caller, at } = request;
    // a machine may work in another region than the one that blocks its chip
    return this.uow.run(systemScope('chip-block'), async (tx) => {
      const why = { reason: reason satisfies BlockReason, note: note?.trim() ?? null };
      const blocked = await this.blocks.block({ ...request, tx }, chipNos, why);
      return ok({ blocked, endedJobs: await this.stop.execute(tx, blocked, caller, at) });
    });
  }

  async unblock(request: Request, chipNo: string, note: string): Promise<Result<ChipLifeView, Refusal>> {
    const { caller } = request;
    return this.uow.run(caller.scope, async (tx) => {
      if (!(await this.views.reaches(tx, [chipNo])).has(chipNo)) return refused(notFound('chip.unknown'));
      if (!(await this.mayLift(tx, caller, chipNo))) return refused(forbidden('chip.not-yours-to-lift'));
      const lifted = await this.blocks.unblock({ ...request, tx }, chipNo, note.trim());
      return lifted.ok ? ok(await this.lifeWithin(tx, chipNo)) : lifted;
    });
  }

  /** Whoever blocked it, the region whose machine had it last, and the administrator: a chip in stock is seen by all. */
  private async mayLift(tx: Tx, caller: Caller, chipNo: string): Promise<boolean> {
    const [open] = await this.blocks.ofChip(tx, chipNo);
    const [last] = await this.views.stays(tx, chipNo);
    return open?.blockedBy === caller.userId || (last?.machineName ?? null) !== null || hasRole(caller, 'admin');
  }

  async life({ caller }: Request, chipNo: string): Promise<Result<ChipLifeView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) =>
      (await this.views.reaches(tx, [chipNo])).has(chipNo)
        ? ok(await this.lifeWithin(tx, chipNo))
        : refused(notFound('chip.unknown')),
    );
  }

  private async strangerAmong({ caller }: Request, chipNos: readonly string[]): Promise<string | undefined> {
    const reached = await this.uow.run(caller.scope, (tx) => this.views.reaches(tx, chipNos));
    return chipNos.find((chipNo) => !reached.has(chipNo));
  }

  private async lifeWithin(tx: Tx, chipNo: string): Promise<ChipLifeView> {
    const stays = await this.views.stays(tx, chipNo);
    const blocks = await this.blocks.ofChip(tx, chipNo);
    return {
      stays: stays.map(({ boundAt, unboundAt, ...stay }) => ({
        ...stay,
        boundAt: isoTime(boundAt),
        unboundAt: isoTimeOrNull(unboundAt),
      })),
      blocks: blocks.map(({ reason, note, blockedAt, liftedAt }) => ({
        ...{ reason, note, blockedAt: isoTime(blockedAt), liftedAt: isoTimeOrNull(liftedAt) },
      })),
    };
  }
}
