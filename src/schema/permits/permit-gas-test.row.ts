import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A gas test with its readings, instrument and verdict. */
@Entity('permit_gas_tests')
export class PermitGasTestRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'permit_id' })
  permitId!: string;

  @Column('timestamptz', { name: 'sampled_at', transformer: instant })
  sampledAt!: Instant;

  @Column('jsonb')
  readings!: Json;

  @Column('boolean')
  passed!: boolean;

  @Column('jsonb')
  failed!: Json;

  @Column('boolean', { name: 'oxygen_enriched' })
  oxygenEnriched!: boolean;

  @Column('jsonb', { nullable: true })
  instrument!: Json | null;

  @Column('text')
  source!: string;

  @Column('text', { name: 'tested_by' })
  testedBy!: string;

  @Column('timestamptz', { name: 'recorded_at', transformer: instant })
  recordedAt!: Instant;
}
