import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A contract between two enterprises (承包、租赁、劳务), with its safety agreement. */
@Entity('contracts')
export class ContractRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'client_id' })
  clientId!: string;

  @Column('text', { name: 'contractor_id' })
  contractorId!: string;

  @Column('text', { name: 'client_region' })
  clientRegion!: string;

  @Column('text', { name: 'contractor_region' })
  contractorRegion!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  work!: string;

  @Column('text')
  qualification!: string;

  @Column('date', { name: 'qualification_until', nullable: true })
  qualificationUntil!: string | null;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on' })
  endsOn!: string;

  @Column('text', { name: 'welder_ids', array: true })
  welderIds!: string[];

  @Column('text', { name: 'machine_ids', array: true })
  machineIds!: string[];

  @Column('text', { name: 'agreement_file_ids', array: true })
  agreementFileIds!: string[];

  @Column('date', { name: 'agreement_signed_on', nullable: true })
  agreementSignedOn!: string | null;

  @Column('date', { name: 'agreement_until', nullable: true })
  agreementUntil!: string | null;

  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at', transformer: instant })
  madeAt!: Instant;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: string | null;
}
