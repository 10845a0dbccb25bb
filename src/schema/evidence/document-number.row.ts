import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number that an office gave to documents of one kind in a year. */
@Entity('document_numbers')
export class DocumentNumberRow {
  @PrimaryColumn('text', { name: 'region_code' })
  regionCode!: string;

  @PrimaryColumn('text', { name: 'office_code' })
  officeCode!: string;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('integer')
  year!: number;

  @Column('integer')
  last!: number;
}
