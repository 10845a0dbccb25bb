import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import {
  ROLL_OUT_MODES,
  ROLL_OUT_TOPICS,
  type RollOutMode,
  type RollOutTopic,
} from '../../../domain/authorization/roll-out-modes';
import { FINDING_CODES, type FindingCode } from '../../../domain/authorization/finding-texts';
import { MENDERS, SUBJECT_KINDS, type Mender, type SubjectKind } from '../../../domain/roll-out/who-mends';
import { MayMiss } from '../../../platform/http/may-miss.decorator';
import { IsDayOrTime } from '../../../platform/http/times.decorator';
import { REGION_CODE } from '../../../kernel/region-code';

/** The same fields as the plan itself. */
export class PreviewModeRequest {
  @IsIn(ROLL_OUT_TOPICS)
  @ApiProperty({ enum: ROLL_OUT_TOPICS })
  topic: RollOutTopic;

  @IsIn(ROLL_OUT_MODES)
  @ApiProperty({ enum: ROLL_OUT_MODES })
  mode: RollOutMode;

  /** Without it: the caller's own region. */
  @MayMiss()
  @Matches(REGION_CODE)
  regionCode?: string;

  @IsDayOrTime()
  @ApiProperty({ example: '2027-01-01' })
  validFrom: string;
}

export class ForeseenCause {
  @ApiProperty({ example: 'machine.inspection-overdue' })
  code: string;

  message: string;
  remedy: string;

  /** Scans that would be refused, for this reason or this one among others. */
  refused: number;

  /** Of them, those that the plan alone would refuse. */
  newlyRefused: number;
}

export class ForeseenSubject {
  @ApiProperty({ enum: FINDING_CODES, example: 'machine.inspection-overdue' })
  code: FindingCode;

  @ApiProperty({ enum: SUBJECT_KINDS })
  kind: SubjectKind;

  id: string;
  name: string;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  /** How many scans the plan alone would have refused. */
  scans: number;

  @ApiProperty({ enum: MENDERS, isArray: true, description: 'who can put it right; the first with a phone is told' })
  menders: Mender[];

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'when somebody was told of it last' })
  toldAt: string | null;
}

export class RollOutPreview {
  @ApiProperty({ type: String, nullable: true, description: 'null: the whole country' })
  regionCode: string | null;

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({ format: 'date-time' })
  until: string;

  /** Questions for power that were judged again, looks ahead among them. */
  scans: number;

  /** False: there were more, and only the newest were judged. */
  complete: boolean;

  /** As it was then. */
  refusedThen: number;

  /** As it would be. */
  refused: number;

  /** By the plan alone: of people whose papers were in order. */
  newlyRefused: number;

  /** Rule `roll-out.honest-refused-percent`. */
  mostPercent: number;

  /** The plan must be signed with a reason. */
  needsReason: boolean;

  @ApiProperty({ type: [ForeseenCause] })
  causes: ForeseenCause[];

  @ApiProperty({ type: [ForeseenSubject], description: 'the most often refused first, at most 200' })
  concerned: ForeseenSubject[];
}

export class TellMenderRequest {
  @IsIn(FINDING_CODES)
  @ApiProperty({ enum: FINDING_CODES, example: 'machine.inspection-overdue' })
  code: FindingCode;

  @IsIn(SUBJECT_KINDS)
  @ApiProperty({ enum: SUBJECT_KINDS })
  kind: SubjectKind;

  @IsString()
  @Length(1, 40)
  id: string;

  /** From which day it would be refused; said in the message. */
  @IsDayOrTime()
  validFrom: string;
}

export class ToldMender {
  @ApiProperty({ enum: MENDERS })
  mender: Mender;

  @ApiProperty({ format: 'date-time' })
  toldAt: string;
}
