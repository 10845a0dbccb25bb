import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of an import with its verdict. What was read is encrypted, and kept only while the row waits to be applied. */
@Entity('import_rows')
export class ImportRowRow {
  @PrimaryColumn('text', { name: 'import_id' })
  importId!: string;

  @PrimaryColumn('integer')
  line!: number;

  @Column('text')
  verdict!: string;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('text', { nullable: true })
  field!: string | null;

  @Column('text')
  label!: string;

  @Column('text', { nullable: true })
  key!: string | null;

  @Column('integer')
  nth!: number;

  @Column('boolean')
  waiting!: boolean;

  @Column('text', { nullable: true })
  sealed!: string | null;

  @Column('text', { name: 'entity_id', nullable: true })
  entityId!: string | null;
}
