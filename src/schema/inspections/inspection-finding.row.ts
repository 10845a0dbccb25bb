import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A case that a visit led to. */
@Entity('inspection_findings')
export class InspectionFindingRow {
  @PrimaryColumn('text', { name: 'violation_id' })
  violationId!: string;

  @Column('text', { name: 'inspection_id' })
  inspectionId!: string;
}
