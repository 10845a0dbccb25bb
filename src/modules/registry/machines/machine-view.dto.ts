import { ApiProperty } from '@nestjs/swagger';
import {
  CONTROLS,
  MACHINE_STATUSES,
  PROCESSES,
  type Control,
  type MachineStatus,
  type Process,
} from '../../../domain/registry/machine';
import { MACHINE_COMMANDS, type MachineCommand } from '../../../domain/registry/machine-life-cycle';

export class MachineView {
  id: string;
  code: string;

  @ApiProperty({ type: String, nullable: true })
  serialNumber: string | null;

  model: string;

  @ApiProperty({ enum: PROCESSES })
  process: Process;

  @ApiProperty({ enum: CONTROLS })
  control: Control;

  automatic: boolean;
  outlets: number;

  @ApiProperty({ type: Number, nullable: true })
  ratedCurrentA: number | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  @ApiProperty({ type: String, nullable: true })
  ownerWelderId: string | null;

  regionCode: string;

  /** Where somebody stood before it last; null: nobody has told. */
  @ApiProperty({ type: Number, nullable: true })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lng: number | null;

  /** Where it usually stands, as somebody typed it. */
  @ApiProperty({ type: String, nullable: true })
  placeName: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  inspectionDueOn: string | null;

  @ApiProperty({ enum: MACHINE_STATUSES })
  status: MachineStatus;

  /** Codes of what looked odd, but did not hold anybody up. */
  warnings: string[];

  /** False: process, control, outlets, rated current and `automatic` are the enterprise's word, and nobody saw the machine. */
  factsConfirmed: boolean;

  /** The caller may change and confirm them, with a photo. */
  mayConfirmFacts: boolean;

  @ApiProperty({ type: String, nullable: true })
  chipNo: string | null;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: MACHINE_COMMANDS, isArray: true })
  commands: MachineCommand[];

  version: number;
  createdAt: string;
}

export class MachinePage {
  @ApiProperty({ type: [MachineView] })
  items: MachineView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
