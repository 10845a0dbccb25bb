import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is counted of a welder. Triggers keep it; nobody writes it by hand. */
@Entity('inventory_welders')
export class InventoryWelderRow {
  @PrimaryColumn('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text')
  status!: string;

  @Column('text')
  industry!: string;

  @Column('text')
  certificate!: string;

  @Column('date', { name: 'certificate_until', nullable: true })
  certificateUntil!: string | null;

  @Column('date', { name: 'training_until', nullable: true })
  trainingUntil!: string | null;
}
