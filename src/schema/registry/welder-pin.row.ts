import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** The hash of a welder's own PIN and the times of recent wrong tries. */
@Entity('welder_pins')
export class WelderPinRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @Column('text', { name: 'pin_hash' })
  pinHash!: string;

  @Column('timestamptz', { name: 'set_at', transformer: instant })
  setAt!: Instant;

  @Column('timestamptz', { name: 'wrong_at', array: true, transformer: instant })
  wrongAt!: Instant[];
}
