import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A machine that is sold, rented out or lent to an enterprise or a person. */
@Entity('machine_handovers')
export class MachineHandoverRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'machine_id' })
  machineId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'from_enterprise_id' })
  fromEnterpriseId!: string;

  @Column('text', { name: 'to_enterprise_id', nullable: true })
  toEnterpriseId!: string | null;

  @Column('text', { name: 'to_welder_id', nullable: true })
  toWelderId!: string | null;

  @Column('date', { name: 'from_on' })
  fromOn!: string;

  @Column('date', { name: 'until_on', nullable: true })
  untilOn!: string | null;

  @Column('boolean', { name: 'sticker_handed' })
  stickerHanded!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'offered_by' })
  offeredBy!: string;

  @Column('timestamptz', { name: 'offered_at', transformer: instant })
  offeredAt!: Instant;

  @Column('text', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true, transformer: instant })
  answeredAt!: Instant | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;
}
