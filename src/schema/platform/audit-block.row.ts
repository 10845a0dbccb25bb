import type { Instant } from '../../kernel/time';

/** Table `audit_blocks`. A signed block of the audit chain: the entries of transactions that are closed. Raw SQL only: TypeORM knows no `xid8`. */
export interface AuditBlockRow {
  readonly id: string;
  readonly sealedAt: Instant;
  readonly previousHash: string;
  readonly hash: string;
  readonly signature: string;
  readonly entryIds: string[];
  readonly entryHashes: string[];
  readonly fromXid: string;
  readonly upToXid: string;
  readonly epoch: number;
  readonly kid: string | null;
}
