import type { Instant } from '../../kernel/time';

/** Table `outbox_consumers`. How far a consumer inside the platform has taken the events of the outbox. Raw SQL only: TypeORM knows no `xid8`. */
export interface OutboxConsumerRow {
  readonly name: string;
  readonly epoch: number;
  readonly xid: string;
  readonly id: string;
  readonly movedAt: Instant;
}
