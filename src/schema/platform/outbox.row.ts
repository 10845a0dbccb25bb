import type { Instant } from '../../kernel/time';
import type { Json } from '../json';

/** Table `outbox`. A domain event for readers of the change feed, ordered by transaction and number. Raw SQL only: TypeORM knows no `xid8`. */
export interface OutboxRow {
  readonly id: string;
  readonly xid: string;
  /** Numbers of transactions are compared within one epoch. */
  readonly epoch: number;
  readonly type: string;
  readonly at: Instant;
  readonly entity: string;
  readonly entityId: string;
  readonly regionCode: string;
  readonly enterpriseIds: string[];
  readonly userIds: string[];
  readonly data: Json;
}
