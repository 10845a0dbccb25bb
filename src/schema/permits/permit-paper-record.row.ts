import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** What a printed form carries beside the signatures: hazards told, work accepted. */
@Entity('permit_paper_records')
export class PermitPaperRecordRow {
  @PrimaryColumn('text', { name: 'permit_id' })
  permitId!: string;

  @PrimaryColumn('integer')
  round!: number;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('text', { name: 'signature_file_id', nullable: true })
  signatureFileId!: string | null;

  @Column('timestamptz', { transformer: instant })
  at!: Instant;
}
