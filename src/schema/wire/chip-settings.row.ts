import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Intervals and thresholds that a person set for a chip. */
@Entity('chip_settings')
export class ChipSettingsRow {
  @PrimaryColumn('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('integer')
  no!: number;

  @Column('integer', { name: 'sample_ms' })
  sampleMs!: number;

  @Column('integer', { name: 'idle_sample_ms' })
  idleSampleMs!: number;

  @Column('double precision', { name: 'arc_from_a' })
  arcFromA!: number;

  @Column('integer', { name: 'arc_pause_ms' })
  arcPauseMs!: number;

  @Column('text', { name: 'set_by' })
  setBy!: string;

  @Column('timestamptz', { name: 'set_at', transformer: instant })
  setAt!: Instant;

  @Column('text', { name: 'command_id' })
  commandId!: string;

  @Column('text', { nullable: true })
  error!: string | null;
}
