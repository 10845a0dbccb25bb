import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** An enterprise's own check of one period (企业自查); without a signature it is still to be done. */
@Entity('self_checks')
export class SelfCheckRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'enterprise_id' })
  enterpriseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('date', { name: 'period_from' })
  periodFrom!: string;

  @Column('date', { name: 'period_to' })
  periodTo!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('timestamptz', { name: 'opened_at', transformer: instant })
  openedAt!: Instant;

  @Column('text', { name: 'led_by', nullable: true })
  ledBy!: string | null;

  @Column('text', { name: 'signed_name', nullable: true })
  signedName!: string | null;

  @Column('text', { name: 'signature_id', nullable: true })
  signatureId!: string | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true, transformer: instant })
  signedAt!: Instant | null;
}
