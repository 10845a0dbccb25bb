import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** Why power was given or refused: facts, findings and the version of the rules. */
@Entity('decisions')
export class DecisionRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('timestamptz', { transformer: instant })
  at!: Instant;

  @Column('text')
  purpose!: string;

  @Column('text', { name: 'caller_id', nullable: true })
  callerId!: string | null;

  @Column('text', { name: 'machine_id', nullable: true })
  machineId!: string | null;

  @Column('text', { name: 'welder_id', nullable: true })
  welderId!: string | null;

  @Column('text', { name: 'permit_id', nullable: true })
  permitId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('boolean')
  allowed!: boolean;

  @Column('text', { name: 'finding_codes', array: true })
  findingCodes!: string[];

  @Column('jsonb')
  findings!: Json;

  @Column('jsonb')
  facts!: Json;

  @Column('text', { name: 'rule_version' })
  ruleVersion!: string;
}
