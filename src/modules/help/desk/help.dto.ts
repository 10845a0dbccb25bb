import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator'; // prettier-ignore
import { FINDING_CODES, type FindingCode } from '../../../domain/authorization/finding-texts';
import { HELP_COMMANDS, HELP_STATES, type HelpCommand, type HelpState } from '../../../domain/help/help-life-cycle';
import { MayMiss } from '../../../platform/http/may-miss.decorator';
import { PageQuery } from '../../../platform/http/page';
import { IsTime } from '../../../platform/http/times.decorator';
import { FindingView, JobEnterprise, JobWelder } from '../../jobs/job.dto';

export class AskHelpRequest {
  /** As the refusal named it. */
  @IsString()
  @Length(1, 40)
  decisionId: string;

  @MayMiss()
  @IsString()
  @Length(1, 500)
  note?: string;

  /** Of a photo that the caller has uploaded. */
  @MayMiss()
  @IsString()
  @Length(1, 40)
  photoId?: string;
}

export class HelpQuery extends PageQuery {
  /** Those that still wait: neither closed nor followed by power. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  @ApiPropertyOptional({ type: Boolean })
  waiting?: boolean;
}

export class HelpCommandRequest {
  /** Of `answer`, and of any other command where there is something to say. */
  @MayMiss()
  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  note?: string;

  /** Of `grant`: what is let pass. */
  @MayMiss()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsIn(FINDING_CODES, { each: true })
  @ApiPropertyOptional({ type: [String], example: ['machine.inspection-overdue'] })
  findingCodes?: FindingCode[];

  /** Of `grant`. */
  @MayMiss()
  @IsTime()
  until?: string;

  /** Of `grant`: written on the waiver with the name of who signs. */
  @MayMiss()
  @IsString()
  @Length(4, 500)
  @Matches(/\S{2}/)
  reason?: string;
}

export class HelpMachine {
  id: string;
  code: string;
  model: string;
}

export class HelpPermit {
  id: string;
  number: string;
}

export class HelpFinding extends FindingView {
  /** Whether it would still block: `gone` was put right or let pass meanwhile. */
  @ApiProperty({ enum: ['stands', 'gone'] })
  standing: 'stands' | 'gone';

  /** The caller may let it pass. */
  grantable: boolean;
}

export class HelpStep {
  @ApiProperty({ enum: HELP_COMMANDS })
  command: HelpCommand;

  at: string;
  by: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  findingCodes: string[];

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  until: string | null;
}

export class HelpTicket {
  id: string;

  @ApiProperty({ enum: HELP_STATES })
  state: HelpState;

  decisionId: string;
  regionCode: string;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  /** Of the scan. */
  @ApiProperty({ format: 'date-time' })
  refusedAt: string;

  askedBy: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: String, nullable: true })
  photoId: string | null;

  @ApiProperty({ type: JobWelder, nullable: true })
  welder: JobWelder | null;

  @ApiProperty({ type: HelpMachine, nullable: true })
  machine: HelpMachine | null;

  @ApiProperty({ type: JobEnterprise, nullable: true })
  enterprise: JobEnterprise | null;

  @ApiProperty({ type: HelpPermit, nullable: true })
  permit: HelpPermit | null;

  /** What blocked, in words. */
  reasons: string[];

  @ApiProperty({ type: String, nullable: true })
  takenBy: string | null;

  /** When this welder got power with this machine, within a day of the refusal. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  poweredAt: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'from the refusal to power' })
  secondsToPower: number | null;
}

/** Who answers the phone now. */
export class HelpDuty {
  phone: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  until: string | null;
}

export class HelpDetail extends HelpTicket {
  @ApiProperty({ type: [HelpFinding] })
  findings: HelpFinding[];

  @ApiProperty({ type: [HelpStep] })
  steps: HelpStep[];

  /** Open to the caller. */
  @ApiProperty({ enum: HELP_COMMANDS, isArray: true })
  commands: HelpCommand[];

  duty: HelpDuty;

  /** Rule `help.longest-grant-hours`. */
  longestGrantHours: number;
}

export class HelpPage {
  @ApiProperty({ type: [HelpTicket] })
  items: HelpTicket[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class HelpFigures {
  /** Tickets that neither ended nor were followed by power. */
  waiting: number;

  /** Asked within the last 30 days. */
  asked: number;

  /** Of them, followed by power. */
  powered: number;

  @ApiProperty({ type: Number, nullable: true, description: 'the median of the last 30 days, from refusal to power' })
  medianSecondsToPower: number | null;
}
