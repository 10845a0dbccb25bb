import { ApiProperty } from '@nestjs/swagger';

export const HEAD_STATES = ['fits', 'differs', 'missing', 'empty'] as const;
export const CHIP_STATES = ['in-stock', 'heard', 'quiet', 'never-heard', 'blocked'] as const;

export class ConsumerView {
  /** `notices`, `webhooks`: who takes events from the outbox. */
  name: string;

  /** Events that it has not taken; 10,000 stands for that and more. */
  waiting: number;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  oldestAt: string | null;

  @ApiProperty({ format: 'date-time' })
  movedAt: string;
}

export class QueueView {
  name: string;
  waiting: number;
  active: number;
  failed: number;
}

export class MessagesView {
  waiting: number;
  retrying: number;
  dead: number;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'since when the oldest is due' })
  oldestDueAt: string | null;
}

export class ReceiverView {
  /** A channel, or a webhook's id. */
  name: string;
  failures: number;
  fault: string;

  @ApiProperty({ format: 'date-time' })
  pausedUntil: string;
}

export class ChainView {
  /** The newest block; 0: none. */
  blockId: number;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  sealedAt: string | null;

  /** Entries that are in no block yet. */
  unsealed: number;

  /** The newest block against what is remembered of it outside the database. The whole chain is checked by `npm run audit:verify`. */
  @ApiProperty({ enum: HEAD_STATES })
  head: (typeof HEAD_STATES)[number];
}

export class PartitionView {
  table: string;
  count: number;

  @ApiProperty({ format: 'date' })
  oldest: string;

  @ApiProperty({ format: 'date' })
  newest: string;
}

export class ChipCountView {
  @ApiProperty({ enum: CHIP_STATES })
  state: (typeof CHIP_STATES)[number];

  count: number;
}

export class BackupView {
  @ApiProperty({ format: 'date-time' })
  takenAt: string;

  /** On the machine that took it. */
  folder: string;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'when every file was read again and fitted',
  })
  verifiedAt: string | null;

  @ApiProperty({ type: Number, nullable: true })
  rows: number | null;

  @ApiProperty({ type: Number, nullable: true })
  bytes: number | null;

  @ApiProperty({ type: Boolean, nullable: true })
  encrypted: boolean | null;

  /** More than a day ago: one was missed. */
  old: boolean;
}

export class OperationsView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: ChainView })
  chain: ChainView;

  /** The last one by `npm run backup` that this machine knows of. */
  @ApiProperty({ type: BackupView, nullable: true })
  backup: BackupView | null;

  @ApiProperty({ type: [ConsumerView] })
  consumers: ConsumerView[];

  @ApiProperty({ type: [QueueView] })
  queues: QueueView[];

  @ApiProperty({ type: MessagesView })
  messages: MessagesView;

  /** Those that do not answer now. */
  @ApiProperty({ type: [ReceiverView] })
  receivers: ReceiverView[];

  @ApiProperty({ type: [PartitionView] })
  partitions: PartitionView[];

  @ApiProperty({ type: [ChipCountView] })
  chips: ChipCountView[];
}

export class DeadMessageView {
  id: string;
  channel: string;
  kind: string;
  entity: string;
  entityId: string;
  tries: number;

  @ApiProperty({ type: String, nullable: true })
  fault: string | null;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  settledAt: string | null;
}

export class DeadMessagePage {
  @ApiProperty({ type: [DeadMessageView] })
  items: DeadMessageView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
