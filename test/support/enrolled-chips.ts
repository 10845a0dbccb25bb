import type { Client } from 'pg';
import { makeCode } from '../../src/domain/registry/code';
import { Sealer } from '../../src/platform/database/sealer';
import { inventedChip } from './people';

/** A chip that is imported and fitted to a machine of its own, which no job covers. */
export interface EnrolledChip {
  readonly chipNo: string;
  readonly secretHex: string;
  readonly machineId: string;
}

interface Keys {
  readonly masterKey: Buffer;
  readonly searchKey: Buffer;
}

/** Written past the platform, for tests that are not about registering. Numbers begin far above those of `site.ts`. */
export async function enrollChips(sql: Client, keys: Keys, count: number, first = 100_000): Promise<EnrolledChip[]> {
  const sealer = new Sealer({ masterKeys: new Map([[1, keys.masterKey]]), searchKey: keys.searchKey });
  const enrolled: EnrolledChip[] = [];
  for (let n = first; n < first + count; n += 1) {
    const { chipNo, secretHex } = inventedChip(n);
    const machineId = `M${n}`;
    await sql.query(
      `insert into chips (chip_no, secret_sealed, model, batch, imported_at) values ($1, $2, 'T', 't', now())`,
      [chipNo, sealer.seal('chip.secret', secretHex)],
    );
    await sql.query(
      `insert into machines (id, code, model, process, control, region_code, created_at) values ($1, $2, 'ZX7', 'MMA', 'cut', '411003', now())`,
      [machineId, makeCode(Buffer.from(`machine-${n}`.padStart(14)))],
    );
    await sql.query(
      `insert into chip_bindings (id, chip_no, machine_id, bound_at) values ($1, $1, $2, now() - interval '1 day')`,
      [chipNo, machineId],
    );
    enrolled.push({ chipNo, secretHex, machineId });
  }
  return enrolled;
}
