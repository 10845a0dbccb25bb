import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A welder named on a permit. */
@Entity('permit_welders')
export class PermitWelderRow {
  @PrimaryColumn('text', { name: 'permit_id' })
  permitId!: string;

  @PrimaryColumn('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text', { name: 'amended_by', nullable: true })
  amendedBy!: string | null;
}
