import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { BlockReason } from '../../../domain/fitting/chip-block';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call } from '../../../platform/auth/request';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { ChipBlockRow } from '../../../schema/registry/chip-block.row';
import { ChipRow } from '../../../schema/registry/chip.row';

export type ChipBlock = Readonly<ChipBlockRow>;
type Why = { readonly reason: BlockReason; readonly note: string | null };

/** Chips that must not give power any more, and those that may again. Inside the caller's transaction. */
@Injectable()
export class ChipBlocks {
  constructor(
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** Those that were not blocked before, by number; numbers that nobody imported are left out. */
  async block(call: Call, chipNos: readonly string[], { reason, note }: Why): Promise<string[]> {
    const { tx, caller, at } = call;
    const fresh = await this.lock(tx, chipNos, false);
    if (fresh.length === 0) return [];
    await tx.rows(ChipRow).update({ chipNo: In(fresh) }, { blocked: true });
    await tx.rows(ChipBlockRow).insert(
      fresh.map((chipNo) => {
        const open = { liftedBy: null, liftedAt: null };
        return { id: this.ids.next(at), chipNo, reason, note, blockedBy: caller.userId, blockedAt: at, ...open };
      }),
    );
    this.record(call, 'chip.blocked', fresh, { reason, note });
    return fresh;
  }

  async unblock(call: Call, chipNo: string, note: string): Promise<Result<null, Refusal>> {
    const { tx, caller, at } = call;
    if (!(await tx.rows(ChipRow).existsBy({ chipNo }))) return refused(notFound('chip.unknown'));
    if ((await this.lock(tx, [chipNo], true)).length === 0) return refused(conflict('chip.not-blocked'));
    await tx.rows(ChipRow).update({ chipNo }, { blocked: false });
    await tx.rows(ChipBlockRow).update({ chipNo, liftedAt: IsNull() }, { liftedBy: caller.userId, liftedAt: at });
    this.record(call, 'chip.unblocked', [chipNo], { note });
    return ok(null);
  }

  /** The last first. */
  ofChip(tx: Tx, chipNo: string): Promise<ChipBlock[]> {
    return tx.rows(ChipBlockRow).find({ where: { chipNo }, order: { blockedAt: 'DESC' }, take: 50 });
  }

  private async lock(tx: Tx, chipNos: readonly string[], blocked: boolean): Promise<string[]> {
    const rows = await tx.rows(ChipRow).find({
      where: { chipNo: In(chipNos), blocked },
      order: { chipNo: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return rows.map(({ chipNo }) => chipNo);
  }

  private record({ tx, caller, at }: Call, action: string, chipNos: readonly string[], after: object): void {
    this.journal.record(
      tx,
      caller,
      at,
      chipNos.map((entityId) => ({ action, entity: 'chip', entityId, after })),
    );
  }
}
