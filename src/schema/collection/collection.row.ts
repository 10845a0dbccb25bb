import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** One thing collected on the spot: by whom, with which photos, and the record that it led to. */
@Entity('collections')
export class CollectionRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'device_number' })
  deviceNumber!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'collected_by' })
  collectedBy!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'entity_id', nullable: true })
  entityId!: string | null;

  @Column('text', { name: 'duplicate_of', nullable: true })
  duplicateOf!: string | null;

  @Column('text', { array: true })
  reasons!: string[];

  @Column('timestamptz', { name: 'collected_at', transformer: instant })
  collectedAt!: Instant;

  @Column('timestamptz', { name: 'received_at', transformer: instant })
  receivedAt!: Instant;

  @Column('text', { nullable: true })
  nameplate!: string | null;

  @Column('text', { name: 'nameplate_reason', nullable: true })
  nameplateReason!: string | null;

  @Column('text', { name: 'signature_id', nullable: true })
  signatureId!: string | null;

  @Column('text', { name: 'photo_ids', array: true })
  photoIds!: string[];

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;

  @Column('double precision', { name: 'accuracy_m', nullable: true })
  accuracyM!: number | null;

  @Column('text', { name: 'geo_cell', nullable: true })
  geoCell!: string | null;

  @Column('text', { name: 'phone_hash', nullable: true })
  phoneHash!: string | null;

  @Column('integer', { name: 'duration_ms', nullable: true })
  durationMs!: number | null;

  @Column('integer', { nullable: true })
  taps!: number | null;

  @Column('integer', { name: 'typed_fields', nullable: true })
  typedFields!: number | null;

  /** The card that was entered with a welder. */
  @Column('text', { name: 'certificate_id', nullable: true })
  certificateId!: string | null;

  /** Why the card was not taken; the welder was. */
  @Column('text', { name: 'certificate_fault', nullable: true })
  certificateFault!: string | null;
}
