import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person whose document was photographed and whose number nobody typed yet: name and phone, sealed. */
@Entity('held_welders')
export class HeldWelderRow {
  @PrimaryColumn('text', { name: 'collection_id' })
  collectionId!: string;

  @Column('text')
  sealed!: string;
}
