import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who reported, sealed under a key of its own. The application writes it; one function of the database opens it. */
@Entity('tip_identities')
export class TipIdentityRow {
  @PrimaryColumn('text', { name: 'tip_id' })
  tipId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  sealed!: string;

  @Column('text', { name: 'reporter_key', nullable: true })
  reporterKey!: string | null;
}
