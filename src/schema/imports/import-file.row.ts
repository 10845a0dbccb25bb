import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A piece of an uploaded file, encrypted; deleted once all its rows are read. */
@Entity('import_files')
export class ImportFileRow {
  @PrimaryColumn('text', { name: 'import_id' })
  importId!: string;

  @PrimaryColumn('integer')
  part!: number;

  @Column('text')
  sealed!: string;
}
