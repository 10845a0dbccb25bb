import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** What the duty desk let pass: one finding, one welder, one machine, one place of work, until a moment. */
@Entity('waivers')
export class WaiverRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text', { name: 'machine_id' })
  machineId!: string;

  @Column('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text', { name: 'permit_id', nullable: true })
  permitId!: string | null;

  @Column('text', { name: 'designated_area_id', nullable: true })
  designatedAreaId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'granted_by' })
  grantedBy!: string;

  @Column('timestamptz', { name: 'granted_at', transformer: instant })
  grantedAt!: Instant;

  @Column('timestamptz', { transformer: instant })
  until!: Instant;
}
