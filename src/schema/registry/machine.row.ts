import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

// A column of the machine list, a machine field (设备列表、设备台账、焊机、加一列、字段): docs/change.md, 8.
/** A welding machine with its owner, process and life-cycle state. */
@Entity('machines')
export class MachineRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text', { name: 'serial_number', nullable: true })
  serialNumber!: string | null;

  @Column('text')
  model!: string;

  @Column('text')
  process!: string;

  @Column('text')
  control!: string;

  @Column('boolean')
  automatic!: boolean;

  @Column('integer')
  outlets!: number;

  @Column('integer', { name: 'rated_current_a', nullable: true })
  ratedCurrentA!: number | null;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'owner_welder_id', nullable: true })
  ownerWelderId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  /** Where somebody stood before it last; both or none. */
  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;

  /** Where it usually stands, as somebody typed it. */
  @Column('text', { name: 'place_name', nullable: true })
  placeName!: string | null;

  @Column('date', { name: 'inspection_due_on', nullable: true })
  inspectionDueOn!: string | null;

  @Column('text')
  status!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('timestamptz', { name: 'facts_claimed_at', nullable: true, transformer: instant })
  factsClaimedAt!: Instant | null;

  @Column('timestamptz', { name: 'facts_confirmed_at', nullable: true, transformer: instant })
  factsConfirmedAt!: Instant | null;

  @Column('text', { name: 'facts_confirmed_by', nullable: true })
  factsConfirmedBy!: string | null;

  @Column('text', { name: 'facts_photo_id', nullable: true })
  factsPhotoId!: string | null;

  @Column({
    type: 'text',
    name: 'model_folded',
    nullable: true,
    generatedType: 'STORED',
    asExpression: 'folded(model)',
    insert: false,
    update: false,
  })
  readonly modelFolded!: string | null;

  @Column({
    type: 'text',
    name: 'serial_folded',
    nullable: true,
    generatedType: 'STORED',
    asExpression: 'folded(serial_number)',
    insert: false,
    update: false,
  })
  readonly serialFolded!: string | null;

  /** The serial number as two people's readings of one nameplate are compared. */
  @Column({
    type: 'text',
    name: 'serial_key',
    nullable: true,
    generatedType: 'STORED',
    asExpression: 'number_key(serial_number)',
    insert: false,
    update: false,
  })
  readonly serialKey!: string | null;

  @Column('text', { array: true })
  warnings!: string[];

  @Column('boolean', { name: 'spelt_twice' })
  speltTwice!: boolean;

  @Column('timestamptz', { name: 'out_since', nullable: true, transformer: instant })
  outSince!: Instant | null;

  @Column('timestamptz', { name: 'back_since', nullable: true, transformer: instant })
  backSince!: Instant | null;

  /** Who has rented or borrowed it and answers for its use; null: its owner. */
  @Column('text', { name: 'user_enterprise_id', nullable: true })
  userEnterpriseId!: string | null;

  @Column('text', { name: 'user_welder_id', nullable: true })
  userWelderId!: string | null;
}
