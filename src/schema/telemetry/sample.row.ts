import type { Instant } from '../../kernel/time';

/** Table `samples`. One measurement of current and voltage of an outlet. Partitioned by day. Raw SQL only: TypeORM asks for a primary key. */
export interface SampleRow {
  readonly chipNo: string;
  readonly machineId: string | null;
  readonly boot: number;
  readonly seq: number;
  readonly idx: number;
  readonly at: Instant;
  readonly up: string;
  readonly ms: number;
  readonly i: number;
  readonly iMax: number;
  readonly u: number;
  readonly arcMs: number;
  readonly relay: string | null;
  readonly jobId: string | null;
  readonly outlet: number;
  readonly clock: string;
  readonly disputed: boolean;
}
