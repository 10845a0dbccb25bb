import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A photo of a tip, by the reporter or by whoever was sent there. */
@Entity('tip_photos')
export class TipPhotoRow {
  @PrimaryColumn('text', { name: 'file_id' })
  fileId!: string;

  @Column('text', { name: 'tip_id' })
  tipId!: string;

  @Column('text', { name: 'taken_by' })
  takenBy!: string;

  @Column('boolean', { name: 'shown_to_handler' })
  shownToHandler!: boolean;
}
