import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A chip being fitted to a machine, with what its two tests showed. */
@Entity('fittings')
export class FittingRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'machine_id' })
  machineId!: string;

  @Column('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'by_user' })
  byUser!: string;

  @Column('text')
  state!: string;

  @Column('timestamptz', { name: 'started_at', transformer: instant })
  startedAt!: Instant;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;

  @Column('text', { name: 'replaced_chip_no', nullable: true })
  replacedChipNo!: string | null;

  @Column('text', { name: 'replace_reason', nullable: true })
  replaceReason!: string | null;

  @Column('boolean', { name: 'relay_ok' })
  relayOk!: boolean;

  @Column('boolean', { name: 'arc_ok' })
  arcOk!: boolean;

  @Column('text', { name: 'without_test', nullable: true })
  withoutTest!: string | null;

  @Column('text', { name: 'photo_id', nullable: true })
  photoId!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;
}
