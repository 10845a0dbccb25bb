import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** One version of a rule of law with its source and the time from which it holds. */
@Entity('rule_versions')
export class RuleVersionRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  key!: string;

  @Column('text')
  regime!: string;

  @Column('text')
  level!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('timestamptz', { name: 'valid_from', transformer: instant })
  validFrom!: Instant;

  @Column('timestamptz', { name: 'valid_to', nullable: true, transformer: instant })
  validTo!: Instant | null;

  @Column('jsonb')
  value!: Json;

  @Column('text')
  source!: string;

  @Column('text')
  certainty!: string;

  @Column('text', { name: 'set_by', nullable: true })
  setBy!: string | null;
}
