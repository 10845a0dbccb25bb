import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { SPECIAL_WORKS, type SpecialWork } from '../../../../domain/permits/paper-record-kinds';
import { IfGiven } from '../../../../platform/http/if-given.decorator';

/** A number as enterprises write it: letters, digits and a few signs. */
const TICKET_NUMBER = /^\s*[\p{L}\p{N}][\p{L}\p{N}\-_/.()（）〔〕[\]№# ]*$/u;

/** A ticket for other special work at the same place. */
export class RelatedTicketRequest {
  @IsIn(SPECIAL_WORKS)
  @ApiProperty({ enum: SPECIAL_WORKS })
  work: SpecialWork;

  @IsString()
  @Length(1, 40)
  @Matches(TICKET_NUMBER)
  number: string;
}

/** Who records the whole work with what, and who keeps the recording. */
export class WorkVideoRequest {
  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  recorder: string;

  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  keeper: string;
}

/** What form A.1 of GB 30871-2022 has beside the fields of every permit. */
export class StandardFormRequest {
  /** Empty: none. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RelatedTicketRequest)
  @ApiPropertyOptional({ type: [RelatedTicketRequest] })
  relatedTickets?: RelatedTicketRequest[];

  /** 风险辨识结果: dangers found, and what is done against them. */
  @IfGiven()
  @IsString()
  @Length(1, 1_000)
  @Matches(/\S/)
  riskAnalysis?: string;

  /** A user's id. Without it: the applicant leads the work. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  workLeaderId?: string;

  /** Of the plan that special level asks for. */
  @IfGiven()
  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  workPlanNumber?: string;

  /** Special level: the whole work is recorded. */
  @IfGiven()
  @ValidateNested()
  @Type(() => WorkVideoRequest)
  @ApiPropertyOptional({ type: WorkVideoRequest })
  video?: WorkVideoRequest;
}
