import type { Instant } from '../../kernel/time';
import type { Json } from '../json';

/** Table `audit_entries`. One write, who made it and what it changed. Rows are added and never changed. Raw SQL only: TypeORM knows no `xid8`. */
export interface AuditEntryRow {
  readonly id: string;
  readonly xid: string;
  /** Numbers of transactions are compared within one epoch. */
  readonly epoch: number;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly address: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly regionCode: string;
  readonly before: Json | null;
  readonly after: Json | null;
}
