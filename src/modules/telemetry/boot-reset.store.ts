import { Injectable } from '@nestjs/common';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import type { ChipResetRow } from '../../schema/telemetry/chip-reset.row';

export type BootReset = Readonly<
  Pick<ChipResetRow, 'id' | 'chipNo' | 'at' | 'byUser' | 'reason' | 'bootBefore' | 'bootAfter'>
>;

/** More than anybody looks at. */
const SHOWN = 20;

@Injectable()
export class BootResetStore {
  /** The boot number believed now, and all that anything is stored of. Locked: ingest waits. Null: never heard of. */
  async lock(tx: Tx, chipNo: string): Promise<{ boot: number; boots: number[] } | null> {
    const [state] = await tx.query<{ boot: number }>('select boot from chip_states where chip_no = $1 for update', [
      chipNo,
    ]);
    if (!state) return null;
    const rows = await tx.query<{ boot: number }>('select boot from chip_boots where chip_no = $1', [chipNo]);
    return { boot: state.boot, boots: rows.map(({ boot }) => boot) };
  }

  /** The number of the next birth is believed, however high or low. What was told under a number that is believed no more holds no more. */
  async reset(tx: Tx, reset: BootReset): Promise<void> {
    const { chipNo, bootBefore, bootAfter } = reset;
    await tx.query('update chip_states set any_boot = true where chip_no = $1', [chipNo]);
    if (bootAfter !== bootBefore)
      await tx.query(
        `update chip_states set boot = $2, seq = 0, born_at = null, boot_epoch = null, relay = null, relay_at = null, relay_up = -1,
           open_from_up = 0, tamper_up = -1, position_up = -1, arc_on = false, current_a = null, current_up = -1 where chip_no = $1`,
        [chipNo, bootAfter],
      );
    await tx.query(
      `insert into chip_resets (id, chip_no, at, by_user, reason, boot_before, boot_after) values ($1, $2, $3, $4, $5, $6, $7)`,
      [reset.id, chipNo, new Date(reset.at), reset.byUser, reset.reason, bootBefore, bootAfter],
    );
  }

  /** The latest first. */
  ofChip(tx: Tx, chipNo: string): Promise<BootReset[]> {
    return tx.query<BootReset>(
      `select id, chip_no as "chipNo", ${epochMs('at')} as at, by_user as "byUser", reason, boot_before as "bootBefore", boot_after as "bootAfter"
       from chip_resets where chip_no = $1 order by id desc limit ${SHOWN}`,
      [chipNo],
    );
  }
}
