import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { concerns, concernsValues } from './permit-reach';
import { PERMIT_COLUMNS, toPermit, type PermitRow, type StoredPermit } from './permit.row';

/** What commands change on a permit itself, by the names of its columns; times are instants. */
const CHANGEABLE = {
  state: 'state', level: 'level', raisedBecause: 'raised_because', round: 'round', ruleVersion: 'rule_version',
  submittedAt: 'submitted_at', waitingSince: 'waiting_since', reminders: 'approval_reminders', approvedAt: 'approved_at',
  issuedAt: 'issued_at', issuedBy: 'issued_by', fireWatchId: 'fire_watch_id', watcherId: 'watcher_id', watchOnAt: 'watch_on_at',
  tappedAt: 'tapped_at', tapMissedAt: 'tap_missed_at', startedAt: 'started_at', suspendedAt: 'suspended_at',
  suspendReason: 'suspend_reason', stoppedByAuthority: 'stopped_by_authority', finishedAt: 'finished_at', watchUntil: 'watch_until',
  closedAt: 'closed_at', closeNote: 'close_note', closePhotoId: 'close_photo_id', countersignOverdueAt: 'countersign_overdue_at',
  occupierConfirmedAt: 'occupier_confirmed_at', occupierCodeHash: 'occupier_code_hash', occupierCodeAttempts: 'occupier_code_attempts',
  nextDueAt: 'next_due_at',
} as const; // prettier-ignore

const TIMES = new Set<string>([
  'submittedAt', 'waitingSince', 'approvedAt', 'issuedAt', 'watchOnAt', 'tappedAt', 'tapMissedAt', 'startedAt', 'suspendedAt',
  'finishedAt', 'watchUntil', 'closedAt', 'countersignOverdueAt', 'occupierConfirmedAt', 'nextDueAt',
]); // prettier-ignore

export type PermitChanges = {
  readonly [K in keyof typeof CHANGEABLE]?: string | number | boolean | readonly string[] | null;
};

const LOCKED = 'where p.id = $1 for no key update';

interface Locked {
  readonly extends_id: string | null;
}

@Injectable()
export class PermitStore {
  private readonly names = new Map<string, string>();

  /**
   * One writer at a time; who waits sees what the one before wrote, for the parts are read in a second statement.
   * `no key update`: rows that refer to the permit (jobs, arcs) are not held up.
   */
  async lock(tx: Tx, id: string, at: Instant): Promise<StoredPermit | null> {
    const [row] = await tx.named<Locked>('permit-lock', `select extends_id from permits p ${LOCKED}`, [id]);
    return row ? this.locked(tx, id, row, at) : null;
  }

  /** Null also where the caller may not know of it. */
  async lockFor(tx: Tx, caller: Caller, id: string, at: Instant): Promise<StoredPermit | null> {
    const [row] = await tx.named<Locked & { concerned: boolean }>(
      'permit-lock-for',
      `select extends_id, ${concerns(2)} as concerned from permits p ${LOCKED}`,
      [id, ...concernsValues(caller)],
    );
    return row?.concerned ? this.locked(tx, id, row, at) : null;
  }

  /** With the permit that it extends, for work may pass over from it. */
  private async locked(tx: Tx, id: string, { extends_id }: Locked, at: Instant): Promise<StoredPermit | null> {
    if (extends_id) await tx.named('permit-lock', `select extends_id from permits p ${LOCKED}`, [extends_id]);
    return this.find(tx, id, at);
  }

  /** Null also where the caller may not know of it. */
  async findFor(tx: Tx, caller: Caller, id: string, at: Instant): Promise<StoredPermit | null> {
    const [row] = await tx.named<PermitRow>(
      'permit-find-for',
      `select ${PERMIT_COLUMNS} from permits p where p.id = $1 and ${concerns(3)}`,
      [id, new Date(at), ...concernsValues(caller)],
    );
    return row ? toPermit(row) : null;
  }

  async find(tx: Tx, id: string, at: Instant): Promise<StoredPermit | null> {
    const [row] = await tx.named<PermitRow>('permit-find', `select ${PERMIT_COLUMNS} from permits p where p.id = $1`, [
      id,
      new Date(at),
    ]);
    return row ? toPermit(row) : null;
  }

  /** Whether the caller may know of it at all. */
  async isVisible(tx: Tx, id: string, caller: Caller): Promise<boolean> {
    const rows = await tx.named('permit-visible', `select 1 from permits p where p.id = $1 and ${concerns(2)}`, [
      id,
      ...concernsValues(caller),
    ]);
    return rows.length > 0;
  }

  async update(tx: Tx, id: string, changes: PermitChanges): Promise<void> {
    const entries = Object.entries(changes).filter(([, value]) => value !== undefined);
    const sets = entries.map(([name], i) => `${CHANGEABLE[name as keyof typeof CHANGEABLE]} = $${i + 2}`);
    const sql = `update permits set ${[...sets, 'version = version + 1'].join(', ')} where id = $1`;
    await tx.named(this.statementName(sql), sql, [
      id,
      ...entries.map(([name, value]) => (TIMES.has(name) && value !== null ? new Date(Number(value)) : value)),
    ]);
  }

  /** There are about as many as there are commands. */
  private statementName(sql: string): string {
    const name = this.names.get(sql) ?? `permit-update-${this.names.size}`;
    this.names.set(sql, name);
    return name;
  }

  /** The number of another permit that binds this watcher to its point; of one that this permit extends the watch passes over. */
  async watchedBy(tx: Tx, userId: string, permit: { id: string; extendsId: string | null }): Promise<string | null> {
    const [row] = await tx.named<{ number: string }>(
      'permit-watched-by',
      `select number from permits where watcher_id = $1 and id <> $2 and id is distinct from $3
         and state in ('issued', 'active', 'suspended', 'fire_watch')`,
      [userId, permit.id, permit.extendsId],
    );
    return row?.number ?? null;
  }

  /** The watch goes on under another permit: its watcher is bound there now, and is still on duty here. */
  async unbindWatcher(tx: Tx, id: string, watcherId: string | null): Promise<void> {
    await tx.query('update permits set watcher_id = null where id = $1 and watcher_id = $2', [id, watcherId]);
  }

  /** The extension that is asked for or in force. */
  async liveExtension(tx: Tx, id: string): Promise<{ id: string; number: string } | null> {
    const [row] = await tx.query<{ id: string; number: string }>(
      `select id, number from permits where extends_id = $1 and state not in ('rejected', 'cancelled', 'expired') limit 1`,
      [id],
    );
    return row ?? null;
  }
}
