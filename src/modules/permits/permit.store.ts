import { Injectable } from '@nestjs/common';
import type { PermitState } from '../../domain/permits/permit';
import type { PermitChanges } from '../../domain/permits/steps/step';
import type { Instant } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';
import { columnName, columnValue } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { PermitRow } from '../../schema/permits/permit.row';
import { concerns } from './people/permit-reach';
import { PERMIT_COLUMNS, type StoredPermit } from './stored-permit';

/** What a step sets, and what a code sent to the occupier leaves behind. */
export interface StoredChanges extends PermitChanges {
  readonly state?: PermitState;
  readonly occupierCodeHash?: string;
  readonly occupierCodeAttempts?: number;
}

const columnOf = (name: keyof StoredChanges): keyof PermitRow => (name === 'reminders' ? 'approvalReminders' : name);

@Injectable()
export class PermitStore {
  /**
   * One writer at a time; who waits sees what the one before wrote, for the permit is read in a second statement, which
   * begins when the first has its lock. `no key update`: rows that refer to the permit (jobs, arcs) are not held up. Of an
   * extension the permit that it extends is locked too, for work may pass over from it.
   */
  async lock(tx: Tx, id: string, at: Instant): Promise<StoredPermit | null> {
    this.hold(tx, id);
    const found = await this.find(tx, id, at);
    if (!found?.extendsId) return found;
    this.hold(tx, found.extendsId);
    return this.find(tx, id, at);
  }

  /** Null if there is none, or if the caller may not see it. */
  async lockFor(tx: Tx, caller: Caller, id: string, at: Instant): Promise<StoredPermit | null> {
    return knownTo(caller, await this.lock(tx, id, at));
  }

  /** Null if there is none, or if the caller may not see it. */
  async findFor(tx: Tx, caller: Caller, id: string, at: Instant): Promise<StoredPermit | null> {
    return knownTo(caller, await this.find(tx, id, at));
  }

  private hold(tx: Tx, id: string): void {
    tx.send('select 1 from permits where id = $1 for no key update', [id]);
  }

  async find(tx: Tx, id: string, at: Instant): Promise<StoredPermit | null> {
    const [permit] = await tx.prepared<StoredPermit>(`select ${PERMIT_COLUMNS} from permits p where p.id = $1`, [
      id,
      new Date(at),
    ]);
    return permit ?? null;
  }

  update(tx: Tx, id: string, changes: StoredChanges): void {
    const columns = (Object.keys(changes) as (keyof StoredChanges)[]).filter((name) => changes[name] !== undefined);
    const sets = columns.map((name, i) => `${columnName(PermitRow, columnOf(name))} = $${i + 2}`);
    const sql = `update permits set ${[...sets, 'version = version + 1'].join(', ')} where id = $1`;
    tx.send(sql, [id, ...columns.map((name) => columnValue(PermitRow, columnOf(name), changes[name]))]);
  }

  /** The number of another permit that binds this watcher to its point; of one that this permit extends the watch passes over. */
  async watchedBy(tx: Tx, userId: string, permit: { id: string; extendsId: string | null }): Promise<string | null> {
    const [row] = await tx.prepared<Pick<PermitRow, 'number'>>(
      `select number from permits where watcher_id = $1 and id <> $2 and id is distinct from $3
         and state in ('issued', 'active', 'suspended', 'fire_watch')`,
      [userId, permit.id, permit.extendsId],
    );
    return row?.number ?? null;
  }

  /** The extension that is asked for or in force. */
  async liveExtension(tx: Tx, id: string): Promise<Pick<PermitRow, 'id' | 'number'> | null> {
    const [row] = await tx.query<{ id: string; number: string }>(
      `select id, number from permits where extends_id = $1 and state not in ('rejected', 'cancelled', 'expired') limit 1`,
      [id],
    );
    return row ?? null;
  }
}

const knownTo = (caller: Caller, permit: StoredPermit | null): StoredPermit | null =>
  permit && concerns(permit, caller) ? permit : null;
