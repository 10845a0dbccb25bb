import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A seat of the chain that was signed in a plant's own system. */
@Entity('permit_plant_signatures')
export class PermitPlantSignatureRow {
  @PrimaryColumn('text', { name: 'permit_id' })
  permitId!: string;

  /** The number of the place in the chain. */
  @PrimaryColumn('integer')
  seat!: number;

  @Column('integer')
  step!: number;

  /** The plant's own number of the signer. */
  @Column('text', { name: 'person_id' })
  personId!: string;

  /** Of a signer who has no account here. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { name: 'user_id', nullable: true })
  userId!: string | null;

  @Column('boolean', { name: 'on_site' })
  onSite!: boolean;

  @Column('timestamptz', { name: 'signed_at', transformer: instant })
  signedAt!: Instant;
}
