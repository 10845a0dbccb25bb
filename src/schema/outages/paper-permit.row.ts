import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A paper permit of an outage that was entered later. */
@Entity('paper_permits')
export class PaperPermitRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  number!: number;

  @Column('text', { name: 'block_id' })
  blockId!: string;

  @Column('text', { name: 'outage_id' })
  outageId!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  regime!: string;

  @Column('text')
  level!: string;

  @Column('text', { name: 'welder_ids', array: true })
  welderIds!: string[];

  @Column('text', { name: 'place_name' })
  placeName!: string;

  @Column('double precision')
  lat!: number;

  @Column('double precision')
  lng!: number;

  @Column('text')
  content!: string;

  @Column('jsonb')
  signers!: Json;

  @Column('timestamptz', { name: 'from_at', transformer: instant })
  fromAt!: Instant;

  @Column('timestamptz', { name: 'to_at', transformer: instant })
  toAt!: Instant;

  @Column('text', { name: 'photo_id' })
  photoId!: string;

  @Column('text', { name: 'entered_by' })
  enteredBy!: string;

  @Column('timestamptz', { name: 'entered_at', transformer: instant })
  enteredAt!: Instant;
}
