import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** An address of another system that is called for each event of a region. */
@Entity('webhooks')
export class WebhookRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  url!: string;

  /** Types of events; `*` is every one. */
  @Column('text', { array: true })
  types!: string[];

  @Column('text', { name: 'secret_sealed' })
  secretSealed!: string;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('timestamptz', { name: 'stopped_at', nullable: true, transformer: instant })
  stoppedAt!: Instant | null;
}
