import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A visit: planned, drawn, or begun on the spot. */
@Entity('inspections')
export class InspectionRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  source!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'draw_id', nullable: true })
  drawId!: string | null;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'machine_id', nullable: true })
  machineId!: string | null;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('text', { name: 'officer_ids', array: true })
  officerIds!: string[];

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('jsonb')
  answers!: Json;

  @Column('text', { name: 'signed_name', nullable: true })
  signedName!: string | null;

  @Column('text', { name: 'signature_id', nullable: true })
  signatureId!: string | null;

  @Column('text', { nullable: true })
  result!: string | null;

  @Column('text', { name: 'published_by', nullable: true })
  publishedBy!: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true, transformer: instant })
  publishedAt!: Instant | null;
}
