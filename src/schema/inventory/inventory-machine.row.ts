import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is counted of a machine. Triggers keep it; nobody writes it by hand. */
@Entity('inventory_machines')
export class InventoryMachineRow {
  @PrimaryColumn('text', { name: 'machine_id' })
  machineId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'owner_welder_id', nullable: true })
  ownerWelderId!: string | null;

  @Column('text')
  status!: string;

  @Column('text')
  process!: string;

  @Column('text')
  industry!: string;

  @Column('text')
  chip!: string;

  @Column('date', { name: 'inspection_due_on', nullable: true })
  inspectionDueOn!: string | null;
}
