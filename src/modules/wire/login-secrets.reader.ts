import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';
import { Sealer } from '../../platform/database/sealer';
import { CHIP_SECRET } from '../registry/chip-secrets.reader';

/** What a chip may show at the door. */
export interface LoginSecrets {
  readonly secret: Buffer;
  /** Agreed with the chip: its first login under this one ends the other. */
  readonly next: Buffer | null;
}

/** Ask under a system scope, and hand the secrets to nobody. */
@Injectable()
export class LoginSecretsReader {
  constructor(private readonly sealer: Sealer) {}

  async find(tx: Tx, chipNo: string): Promise<LoginSecrets | null> {
    const [row] = await tx.prepared<{ secret: string; next: string | null }>(
      `select c.secret_sealed as secret, n.secret_sealed as next from chips c
       left join chip_secret_changes n on n.chip_no = c.chip_no and n.ended_at is null where c.chip_no = $1`,
      [chipNo],
    );
    const open = (sealed: string): Buffer => Buffer.from(this.sealer.open(CHIP_SECRET, sealed), 'hex');
    return row ? { secret: open(row.secret), next: row.next === null ? null : open(row.next) } : null;
  }
}
