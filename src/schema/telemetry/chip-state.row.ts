import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** What is known of a chip now: relay, arc, position, fault. */
@Entity('chip_states')
export class ChipStateRow {
  @PrimaryColumn('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('integer')
  boot!: number;

  @Column('integer')
  seq!: number;

  @Column('timestamptz', { name: 'last_seen_at', nullable: true, transformer: instant })
  lastSeenAt!: Instant | null;

  @Column('timestamptz', { name: 'born_at', nullable: true, transformer: instant })
  bornAt!: Instant | null;

  @Column('timestamptz', { name: 'boot_epoch', nullable: true, transformer: instant })
  bootEpoch!: Instant | null;

  @Column('text', { nullable: true })
  fw!: string | null;

  @Column('text', { nullable: true })
  hw!: string | null;

  @Column('text', { nullable: true })
  input!: string | null;

  @Column('integer')
  hotp!: number;

  @Column('integer', { nullable: true })
  rssi!: number | null;

  @Column('text', { nullable: true })
  relay!: string | null;

  @Column('timestamptz', { name: 'relay_at', nullable: true, transformer: instant })
  relayAt!: Instant | null;

  @Column('bigint', { name: 'relay_up' })
  relayUp!: string;

  @Column('boolean')
  tamper!: boolean;

  @Column('bigint', { name: 'tamper_up' })
  tamperUp!: string;

  @Column('boolean', { name: 'arc_on' })
  arcOn!: boolean;

  @Column('double precision', { name: 'current_a', nullable: true })
  currentA!: number | null;

  @Column('bigint', { name: 'current_up' })
  currentUp!: string;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;

  @Column('double precision', { name: 'accuracy_m', nullable: true })
  accuracyM!: number | null;

  @Column('timestamptz', { name: 'position_at', nullable: true, transformer: instant })
  positionAt!: Instant | null;

  @Column('bigint', { name: 'position_up' })
  positionUp!: string;

  @Column('timestamptz', { name: 'silent_since', nullable: true, transformer: instant })
  silentSince!: Instant | null;

  @Column('boolean', { name: 'any_boot' })
  anyBoot!: boolean;

  @Column('bigint', { name: 'open_from_up', nullable: true })
  openFromUp!: string | null;
}
