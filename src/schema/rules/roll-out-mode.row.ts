import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** What an unmet requirement does in a region: observe, warn or enforce. */
@Entity('roll_out_modes')
export class RollOutModeRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  topic!: string;

  @Column('text')
  mode!: string;

  @Column('timestamptz', { name: 'valid_from', transformer: instant })
  validFrom!: Instant;

  @Column('timestamptz', { name: 'valid_to', nullable: true, transformer: instant })
  validTo!: Instant | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'signed_by', nullable: true })
  signedBy!: string | null;

  @Column('integer', { name: 'foreseen_scans', nullable: true })
  foreseenScans!: number | null;

  @Column('integer', { name: 'foreseen_refused', nullable: true })
  foreseenRefused!: number | null;
}
