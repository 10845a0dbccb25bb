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

  /** The roll that it was printed on as a blank one. */
  @Column('text', { name: 'roll_id', nullable: true })
  rollId!: string | null;

  /** The code that is stuck on the machine instead of this one. */
  @Column('text', { name: 'replaced_by', nullable: true })
  replacedBy!: string | null;

  @Column('timestamptz', { name: 'replaced_at', nullable: true, transformer: instant })
  replacedAt!: Instant | null;

  @Column('text', { name: 'replace_reason', nullable: true })
  replaceReason!: string | null;
}
