import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A machine named on a permit. */
@Entity('permit_machines')
export class PermitMachineRow {
  @PrimaryColumn('text', { name: 'permit_id' })
  permitId!: string;

  @PrimaryColumn('text', { name: 'machine_id' })
  machineId!: string;

  @Column('text', { name: 'amended_by', nullable: true })
  amendedBy!: string | null;
}
