import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A QR code of another system that stands for one of our machines or welders. */
@Entity('external_codes')
export class ExternalCodeRow {
  @PrimaryColumn('text')
  content!: string;

  @Column('text')
  system!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'entity_id' })
  entityId!: string;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;
}
