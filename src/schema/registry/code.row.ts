import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A QR code: bound to a machine, a welder or a place, blank, or voided. */
@Entity('codes')
export class CodeRow {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'entity_id', nullable: true })
  entityId!: string | null;

  @Column('timestamptz', { name: 'voided_at', nullable: true, transformer: instant })
  voidedAt!: Instant | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;
}
