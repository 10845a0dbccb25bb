import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The number of the newest audit block. It only grows, so a chain with a cut end shows. */
@Entity('audit_counter')
export class AuditCounterRow {
  @PrimaryColumn('boolean')
  one!: boolean;

  @Column('bigint', { name: 'sealed_to' })
  sealedTo!: string;
}
