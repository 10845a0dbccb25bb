import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An administrative division, from the province to the village, by its GB/T 2260 code. */
@Entity('regions')
export class RegionRow {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  parent!: string | null;
}
