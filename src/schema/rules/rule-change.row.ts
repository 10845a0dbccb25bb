import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** The number of each change of the rules, so that every process notices it. */
@Entity('rule_changes')
export class RuleChangeRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  number!: string;

  @Column('timestamptz', { transformer: instant })
  at!: Instant;

  @Column('text', { name: 'rule_id' })
  ruleId!: string;

  @Column('jsonb', { nullable: true })
  rule!: Json | null;
}
