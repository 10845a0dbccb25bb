import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsIn, IsString, Length, Matches } from 'class-validator';
import {
  APPOINTMENT_COMMANDS,
  APPOINTMENT_STATES,
  SLOTS,
  type AppointmentCommand,
  type AppointmentState,
  type Slot,
} from '../../../domain/fitting/appointment';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';
import { IsDay } from '../../../platform/http/times.decorator';
import { REGION_CODE } from '../../../kernel/region-code';

export class PlanFittingsRequest {
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  machineIds: string[];

  /** Local day in China. */
  @IsDay()
  @ApiProperty({ example: '2027-03-01' })
  day: string;

  @IsIn(SLOTS)
  @ApiProperty({ enum: SLOTS })
  slot: Slot;

  @IfGiven()
  @IsString()
  technicianId?: string;

  @IfGiven()
  @IsString()
  @Length(1, 300)
  note?: string;
}

export class PlannedFittings {
  planned: number;

  /** Machines that have an appointment already, or need none. */
  @ApiProperty({ type: [String] })
  leftOut: string[];
}

export class AppointmentView {
  id: string;
  machineId: string;
  machineName: string;
  machineCode: string;
  control: string;
  regionCode: string;

  @ApiProperty({ type: String, nullable: true })
  ownerName: string | null;

  day: string;

  @ApiProperty({ enum: SLOTS })
  slot: Slot;

  @ApiProperty({ type: String, nullable: true })
  technicianId: string | null;

  @ApiProperty({ type: String, nullable: true })
  technicianName: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ enum: APPOINTMENT_STATES })
  state: AppointmentState;

  @ApiProperty({ enum: APPOINTMENT_COMMANDS, isArray: true })
  commands: AppointmentCommand[];
}

export class AppointmentQuery extends PageQuery {
  /** From this local day on. */
  @IfGiven()
  @IsDay()
  from?: string;

  @IfGiven()
  @Matches(REGION_CODE)
  regionCode?: string;

  @IfGiven()
  @IsIn(APPOINTMENT_STATES)
  state?: AppointmentState;

  @IfGiven()
  @IsIn(['true', 'false'])
  mine?: 'true' | 'false';
}

export class AppointmentPage {
  @ApiProperty({ type: [AppointmentView] })
  items: AppointmentView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class UnfittedMachine {
  id: string;
  name: string;
  code: string;
  regionCode: string;

  @ApiProperty({ type: String, nullable: true })
  ownerName: string | null;
}

export class UnfittedQuery extends PageQuery {
  @IfGiven()
  @Matches(REGION_CODE)
  regionCode?: string;
}

export class UnfittedPage {
  @ApiProperty({ type: [UnfittedMachine] })
  items: UnfittedMachine[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
