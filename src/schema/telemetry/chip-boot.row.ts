import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A start of a chip: its clock, and which message numbers are stored. */
@Entity('chip_boots')
export class ChipBootRow {
  @PrimaryColumn('text', { name: 'chip_no' })
  chipNo!: string;

  @PrimaryColumn('integer')
  boot!: number;

  @Column('int4multirange')
  stored!: string;

  @Column('timestamptz', { nullable: true, transformer: instant })
  epoch!: Instant | null;

  @Column('boolean')
  born!: boolean;

  @Column('bigint', { name: 'last_up' })
  lastUp!: string;

  @Column('timestamptz', { name: 'first_seen_at', transformer: instant })
  firstSeenAt!: Instant;

  @Column('timestamptz', { name: 'claimed_first', nullable: true, transformer: instant })
  claimedFirst!: Instant | null;

  @Column('timestamptz', { name: 'claimed_last', nullable: true, transformer: instant })
  claimedLast!: Instant | null;

  @Column('bigint', { name: 'max_up' })
  maxUp!: string;

  @Column('timestamptz', { name: 'not_before', nullable: true, transformer: instant })
  notBefore!: Instant | null;

  @Column('boolean', { name: 'clock_wrong' })
  clockWrong!: boolean;

  @Column('bigint', { name: 'birth_up', nullable: true })
  birthUp!: string | null;

  @Column('bigint', { name: 'up_offset' })
  upOffset!: string;

  @Column('integer', { name: 'offset_from' })
  offsetFrom!: number;
}
