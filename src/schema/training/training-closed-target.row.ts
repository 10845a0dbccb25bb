import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a closed campaign was for, as it stood when it was closed. */
@Entity('training_closed_targets')
export class TrainingClosedTargetRow {
  @PrimaryColumn('text', { name: 'campaign_id' })
  campaignId!: string;

  @PrimaryColumn('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;
}
