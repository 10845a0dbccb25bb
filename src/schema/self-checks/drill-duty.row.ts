import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Until when an enterprise owes its next drill. */
@Entity('drill_duties')
export class DrillDutyRow {
  @PrimaryColumn('text', { name: 'enterprise_id' })
  enterpriseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('date', { name: 'last_held_on', nullable: true })
  lastHeldOn!: string | null;

  @Column('date', { name: 'due_on' })
  dueOn!: string;
}
