import { Entity, PrimaryColumn, Column } from 'typeorm';

/** What a hash becomes under the next search key, made ahead so that the change itself is short. Empty between rotations. */
@Entity('search_key_moves')
export class SearchKeyMoveRow {
  @PrimaryColumn('text')
  before!: string;

  @Column('text')
  after!: string;
}
