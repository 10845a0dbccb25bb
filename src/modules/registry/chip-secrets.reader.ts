import { Injectable } from '@nestjs/common';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { Sealer } from '../../platform/database/sealer';
import { ChipRow } from '../../schema/registry/chip.row';

export const CHIP_SECRET = 'chip.secret';

export interface ChipSecret extends Readonly<Pick<ChipRow, 'chipNo' | 'blocked' | 'secretNo'>> {
  /** 32 bytes. */
  readonly secret: Buffer;
  readonly machineId: string | null;
}

type Stored = Pick<ChipRow, 'secretSealed'> & Omit<ChipSecret, 'secret'>;

/** The keys of chips, for whoever has to prove or check one. Ask under a system scope, and hand the secret to nobody. */
@Injectable()
export class ChipSecretsReader {
  constructor(private readonly sealer: Sealer) {}

  async find(tx: Tx, chipNo: string): Promise<ChipSecret | null> {
    const [row] = await tx.prepared<Stored>(
      `select ${columnsOf(ChipRow, 'c', ['chipNo', 'blocked', 'secretNo', 'secretSealed'])}, b.machine_id as "machineId" from chips c
       left join chip_bindings b on b.chip_no = c.chip_no and b.unbound_at is null where c.chip_no = $1`,
      [chipNo],
    );
    if (!row) return null;
    const { secretSealed, ...chip } = row;
    return { ...chip, secret: Buffer.from(this.sealer.open(CHIP_SECRET, secretSealed), 'hex') };
  }
}
