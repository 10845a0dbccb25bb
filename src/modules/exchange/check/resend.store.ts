import { Injectable } from '@nestjs/common';
import type { Difference } from '../../../domain/exchange/reconcile';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

interface Found extends Difference {
  readonly kind: string;
}

/** Registrations in which both sides differ. */
@Injectable()
export class ResendStore {
  /** Those that are not under way just now. */
  async settled<F extends Found>(tx: Tx, partnerId: string, found: readonly F[]): Promise<F[]> {
    if (found.length === 0) return [];
    const due = await tx.query<{ kind: string; id: string }>(
      `select kind, entity_id as id from exchange_items
       where partner_id = $1 and due_at is not null and entity_id = any($2)`,
      [partnerId, found.map(({ id }) => id)],
    );
    const names = new Set(due.map(({ kind, id }) => `${kind} ${id}`));
    return found.filter(({ kind, id }) => !names.has(`${kind} ${id}`));
  }

  /** Sent again under a version that is higher than theirs; what we do not have is taken back there. */
  async again(tx: Tx, partnerId: string, { kind, id, theirs }: Found, at: Instant): Promise<void> {
    await tx.query(
      `insert into exchange_items as i (partner_id, kind, entity_id, version, day, held_version, due_at)
       values ($1, $2, $3, coalesce($4::int, 0), case when $4::int is not null then current_date end, $4::int, $5)
       on conflict (partner_id, kind, entity_id) do update set due_at = excluded.due_at, seq = excluded.seq, hash = '', fault = null,
         version = greatest(i.version, excluded.version), held_version = excluded.held_version`,
      [partnerId, kind, id, theirs, new Date(at)],
    );
  }
}
