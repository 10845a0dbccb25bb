import type { Instant } from '../../kernel/time';

/** Table `message_digests`. The digest of a stored message, to recognise another message under its number. Partitioned by day. Raw SQL only: TypeORM asks for a primary key. */
export interface MessageDigestRow {
  readonly chipNo: string;
  readonly boot: number;
  readonly seq: number;
  readonly digest: Buffer;
  readonly at: Instant;
}
