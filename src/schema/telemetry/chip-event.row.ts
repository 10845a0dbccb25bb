import type { Instant } from '../../kernel/time';
import type { Json } from '../json';

/** Table `chip_events`. One event that a chip told. Partitioned by day. Raw SQL only: TypeORM asks for a primary key. */
export interface ChipEventRow {
  readonly chipNo: string;
  readonly machineId: string | null;
  readonly boot: number;
  readonly seq: number;
  readonly idx: number;
  readonly at: Instant;
  readonly up: string;
  readonly kind: string;
  readonly jobId: string | null;
  readonly outlet: number;
  readonly clock: string;
  readonly disputed: boolean;
  readonly data: Json;
}
