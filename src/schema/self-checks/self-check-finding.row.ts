import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The hazard that one item of a self-check became. */
@Entity('self_check_findings')
export class SelfCheckFindingRow {
  @PrimaryColumn('text', { name: 'violation_id' })
  violationId!: string;

  @Column('text', { name: 'check_id' })
  checkId!: string;

  @Column('text')
  code!: string;
}
