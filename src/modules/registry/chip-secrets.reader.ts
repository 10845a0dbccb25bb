import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';
import { Sealer } from '../../platform/database/sealer';

export const CHIP_SECRET = 'chip.secret';

export interface ChipSecret {
  readonly chipNo: string;
  /** 32 bytes. */
  readonly secret: Buffer;
  readonly blocked: boolean;
  readonly machineId: string | null;
}

/** The keys of chips, for whoever has to prove or check one. Ask under a system scope, and hand the secret to nobody. */
@Injectable()
export class ChipSecretsReader {
  constructor(private readonly sealer: Sealer) {}

  async find(tx: Tx, chipNo: string): Promise<ChipSecret | null> {
    const [row] = await tx.prepared<{ sealed: string; blocked: boolean; machineId: string | null }>(
      `select c.secret_sealed as sealed, c.blocked, b.machine_id as "machineId" from chips c
       left join chip_bindings b on b.chip_no = c.chip_no and b.unbound_at is null where c.chip_no = $1`,
      [chipNo],
    );
    if (!row) return null;
    const secret = Buffer.from(this.sealer.open(CHIP_SECRET, row.sealed), 'hex');
    return { chipNo, secret, blocked: row.blocked, machineId: row.machineId };
  }
}
