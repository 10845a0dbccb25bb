import { Entity, PrimaryColumn } from 'typeorm';

/** A machine named on a paper permit. */
@Entity('paper_permit_machines')
export class PaperPermitMachineRow {
  @PrimaryColumn('text', { name: 'machine_id' })
  machineId!: string;

  @PrimaryColumn('text', { name: 'paper_id' })
  paperId!: string;
}
