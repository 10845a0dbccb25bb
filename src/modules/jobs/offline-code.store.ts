import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';

/** For whom and for what a one-time code was given out. */
export interface OfflineCode {
  readonly id: string;
  readonly chipNo: string;
  readonly counter: number;
  readonly hours: number;
  readonly codeSealed: string;
  readonly machineId: string;
  readonly outlet: number;
  readonly welderId: string;
  readonly permitId: string | null;
  readonly designatedAreaId: string | null;
  readonly decisionId: string;
  readonly issuedAt: Instant;
  readonly validUntil: Instant;
}

export interface ChipCounters {
  readonly secretSealed: string;
  /** The next counter the chip will take. */
  readonly expects: number;
  readonly highestIssued: number | null;
}

const COLUMNS = `id, chip_no as "chipNo", counter, hours, code_sealed as "codeSealed", machine_id as "machineId", outlet,
  welder_id as "welderId", permit_id as "permitId", designated_area_id as "designatedAreaId", decision_id as "decisionId",
  ${epochMs('issued_at')} as "issuedAt", ${epochMs('valid_until')} as "validUntil"`;

@Injectable()
export class OfflineCodeStore {
  /** Two who ask at once wait for each other here: one counter, one code. */
  async lockCounters(tx: Tx, chipNo: string): Promise<ChipCounters> {
    await tx.query('select 1 from chips where chip_no = $1 for no key update', [chipNo]);
    const [row] = await tx.query<ChipCounters>(
      `select c.secret_sealed as "secretSealed", coalesce(s.hotp, 0) as expects,
         (select max(o.counter) from offline_codes o where o.chip_no = c.chip_no) as "highestIssued"
       from chips c left join chip_states s on s.chip_no = c.chip_no where c.chip_no = $1`,
      [chipNo],
    );
    if (!row) throw new Error('a bound chip is not registered');
    return row;
  }

  /** A code that was given out for the same work and may still be typed. */
  async findUnused(
    tx: Tx,
    wanted: Omit<OfflineCode, 'id' | 'counter' | 'hours' | 'codeSealed' | 'decisionId' | 'issuedAt' | 'validUntil'>,
    expects: number,
    at: Instant,
  ): Promise<OfflineCode | null> {
    const [code] = await tx.query<OfflineCode>(
      `select ${COLUMNS} from offline_codes
       where chip_no = $1 and counter >= $2 and used_at is null and valid_until > $3 and machine_id = $4 and outlet = $5 and welder_id = $6
         and permit_id is not distinct from $7 and designated_area_id is not distinct from $8
       order by counter desc limit 1`,
      [
        wanted.chipNo,
        expects,
        new Date(at),
        wanted.machineId,
        wanted.outlet,
        wanted.welderId,
        wanted.permitId,
        wanted.designatedAreaId,
      ],
    );
    return code ?? null;
  }

  async insert(tx: Tx, code: OfflineCode): Promise<void> {
    await tx.query(
      `insert into offline_codes (id, chip_no, counter, hours, code_sealed, machine_id, outlet, welder_id, permit_id,
         designated_area_id, decision_id, issued_at, valid_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        code.id, code.chipNo, code.counter, code.hours, code.codeSealed, code.machineId, code.outlet, code.welderId, code.permitId,
        code.designatedAreaId, code.decisionId, new Date(code.issuedAt), new Date(code.validUntil),
      ], // prettier-ignore
    );
  }

  async findByCounter(tx: Tx, chipNo: string, counter: number): Promise<OfflineCode | null> {
    const [code] = await tx.query<OfflineCode>(
      `select ${COLUMNS} from offline_codes where chip_no = $1 and counter = $2 and used_at is null`,
      [chipNo, counter],
    );
    return code ?? null;
  }

  async markUsed(tx: Tx, id: string, jobId: string, at: Instant): Promise<void> {
    await tx.query('update offline_codes set used_at = $2, job_id = $3 where id = $1', [id, new Date(at), jobId]);
  }
}
