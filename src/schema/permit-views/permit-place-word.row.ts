import { Entity, PrimaryColumn } from 'typeorm';

/** Two neighbouring signs of a place's name; a trigger keeps them for the search. */
@Entity('permit_place_words')
export class PermitPlaceWordRow {
  @PrimaryColumn('text')
  word!: string;

  @PrimaryColumn('text', { name: 'permit_id' })
  permitId!: string;
}
