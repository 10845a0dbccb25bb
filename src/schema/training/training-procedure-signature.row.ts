import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A welder has read and signed a version of a procedure. */
@Entity('training_procedure_signatures')
export class TrainingProcedureSignatureRow {
  @PrimaryColumn('text', { name: 'procedure_id' })
  procedureId!: string;

  @PrimaryColumn('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text', { name: 'user_id' })
  userId!: string;

  @Column('timestamptz', { name: 'signed_at', transformer: instant })
  signedAt!: Instant;
}
