import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The rectangle around a region. A place far outside its named region is doubted. */
@Entity('region_bounds')
export class RegionBoundsRow {
  @PrimaryColumn('text', { name: 'region_code' })
  regionCode!: string;

  @Column('double precision')
  south!: number;

  @Column('double precision')
  west!: number;

  @Column('double precision')
  north!: number;

  @Column('double precision')
  east!: number;
}
