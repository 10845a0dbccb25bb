import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { HANDOVER_COMMANDS, HANDOVER_KINDS, HANDOVER_STATES, type HandoverCommand, type HandoverKind, type HandoverState } from '../../../domain/registry/machine-handover'; // prettier-ignore
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';
import { IsDay } from '../../../platform/http/times.decorator';

export class OfferMachineRequest {
  @IsIn(HANDOVER_KINDS)
  @ApiProperty({ enum: HANDOVER_KINDS })
  kind: HandoverKind;

  /** Unified social credit code of an enterprise, or the code on a welder’s card: whoever gives it has it in hand. */
  @IsString()
  @Length(4, 64)
  to: string;

  /** Without it: today. */
  @IfGiven()
  @IsDay()
  fromOn?: string;

  /** The last day, of a lease or loan. */
  @IfGiven()
  @IsDay()
  untilOn?: string;

  /** The sticker with the machine’s code goes along. */
  @IsBoolean()
  stickerHanded: boolean;

  @IfGiven()
  @IsString()
  @MaxLength(300)
  note?: string;
}

export class AnswerHandoverRequest {
  /** Of a refusal. */
  @IfGiven()
  @IsString()
  @Length(2, 300)
  reason?: string;
}

export class MachineHandoverQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @Length(1, 64)
  machineId?: string;

  @IsOptional()
  @IsIn(HANDOVER_STATES)
  @ApiPropertyOptional({ enum: HANDOVER_STATES })
  state?: HandoverState;

  /** Not returned although the last day is over. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value))
  @IsBoolean()
  @ApiPropertyOptional()
  overdue?: boolean;
}

export class MachineHandoverView {
  id: string;
  machineId: string;
  machineName: string;
  machineCode: string;

  @ApiProperty({ enum: HANDOVER_KINDS })
  kind: HandoverKind;

  @ApiProperty({ enum: HANDOVER_STATES })
  state: HandoverState;

  fromName: string;
  toName: string;

  @ApiProperty({ format: 'date' })
  fromOn: string;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  untilOn: string | null;

  overdue: boolean;
  stickerHanded: boolean;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: HANDOVER_COMMANDS, isArray: true })
  commands: HandoverCommand[];
}

export class MachineHandoverPage {
  @ApiProperty({ type: [MachineHandoverView] })
  items: MachineHandoverView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
