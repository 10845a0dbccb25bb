import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** When the platform was last alive; a gap is an outage. */
@Entity('heartbeat')
export class HeartbeatRow {
  @PrimaryColumn('boolean')
  one!: boolean;

  @Column('timestamptz', { transformer: instant })
  at!: Instant;
}
