import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import {
  SUSPENSION_COMMANDS, SUSPENSION_STATES, type SuspensionCommand, type SuspensionState,
} from '../../../domain/registry/suspension'; // prettier-ignore
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsDay } from '../../../platform/http/times.decorator';

export class SuspendWelderRequest {
  /** The welder and their employers read it. */
  @IsString()
  @Length(4, 500)
  @Matches(/\S/)
  reason: string;

  /** The last day. */
  @IsDay()
  untilOn: string;

  /** The case for which it is done. */
  @IfGiven()
  @IsString()
  @Length(1, 64)
  violationId?: string;
}

export class SuspensionCommandRequest {
  /** What the welder says against it; why an appeal is granted or rejected; why it is lifted. */
  @IsString()
  @Length(4, 1000)
  @Matches(/\S/)
  text: string;
}

export class SuspensionView {
  id: string;
  welderId: string;

  @ApiProperty({ enum: SUSPENSION_STATES })
  state: SuspensionState;

  reason: string;

  @ApiProperty({ type: String, nullable: true, description: 'for officials alone' })
  violationId: string | null;

  suspendedBy: string;

  @ApiProperty({ format: 'date-time' })
  suspendedAt: string;

  @ApiProperty({ format: 'date', description: 'the last day' })
  untilOn: string;

  @ApiProperty({ format: 'date', description: 'the last day on which the welder may appeal' })
  appealUntilOn: string;

  @ApiProperty({ type: String, nullable: true })
  appeal: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  appealedAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'by then the authority answers' })
  answerDueAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({ type: String, nullable: true })
  answeredBy: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  answeredAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  closedBy: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  closedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  closeReason: string | null;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: SUSPENSION_COMMANDS, isArray: true })
  commands: SuspensionCommand[];
}

export class Suspensions {
  /** The newest first. */
  @ApiProperty({ type: [SuspensionView] })
  items: SuspensionView[];
}
