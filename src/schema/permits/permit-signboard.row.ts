import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** The code that hangs at the place of work and names its permit. */
@Entity('permit_signboards')
export class PermitSignboardRow {
  @PrimaryColumn('text', { name: 'permit_id' })
  permitId!: string;

  @Column('text', { name: 'bound_by' })
  boundBy!: string;

  @Column('timestamptz', { name: 'bound_at', transformer: instant })
  boundAt!: Instant;

  @Column('double precision')
  lat!: number;

  @Column('double precision')
  lng!: number;

  @Column('double precision', { name: 'accuracy_m' })
  accuracyM!: number;
}
