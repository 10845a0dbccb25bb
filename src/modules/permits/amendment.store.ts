import { Injectable } from '@nestjs/common';
import type { PendingAmendment } from '../../domain/permits/permit';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

export interface NewAmendment extends PendingAmendment {
  /** Whose confirmation made it count at once; null: it waits for one. */
  readonly confirmedBy: string | null;
  readonly signatureFileId: string | null;
}

/** Who was added to an issued permit, by whom, and who agreed. */
@Injectable()
export class AmendmentStore {
  async insert(tx: Tx, permitId: string, amendment: NewAmendment, at: Instant): Promise<void> {
    await tx.query(
      `insert into permit_amendments (id, permit_id, welder_ids, machine_ids, asked_by, asked_at, confirmed_by, confirmed_at, signature_file_id)
       values ($1, $2, $3, $4, $5, $6, $7, case when $7::text is not null then $6::timestamptz end, $8)`,
      [
        amendment.id,
        permitId,
        amendment.welderIds,
        amendment.machineIds,
        amendment.askedBy,
        new Date(at),
        amendment.confirmedBy,
        amendment.signatureFileId,
      ],
    );
  }

  async confirm(tx: Tx, id: string, userId: string, signatureFileId: string | null, at: Instant): Promise<void> {
    await tx.query(
      'update permit_amendments set confirmed_by = $2, confirmed_at = $3, signature_file_id = $4 where id = $1',
      [id, userId, new Date(at), signatureFileId],
    );
  }

  /** A machine may only be added where machines are named: an empty list already means any of the parties'. */
  async addNamed(
    tx: Tx,
    permitId: string,
    { welderIds, machineIds, askedBy }: Omit<PendingAmendment, 'id'>,
  ): Promise<void> {
    await tx.query(
      `insert into permit_welders (permit_id, welder_id, amended_by) select $1, w, $3 from unnest($2::text[]) w on conflict do nothing`,
      [permitId, welderIds, askedBy],
    );
    await tx.query(
      `insert into permit_machines (permit_id, machine_id, amended_by) select $1, m, $3 from unnest($2::text[]) m on conflict do nothing`,
      [permitId, machineIds, askedBy],
    );
  }
}
