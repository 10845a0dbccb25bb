import { IntersectionType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDefined, IsIn, IsInt, IsString, Length, Matches, Max, Min, ValidateNested,
} from 'class-validator'; // prettier-ignore
import { PAPER_RECORDS, type PaperRecordKind } from '../../../domain/permits/paper-record-kinds';
import { PLANT_EVENTS, type PlantEvent } from '../../../domain/permits/plant-paper';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsTime } from '../../../platform/http/times.decorator';
import { DraftPermitRequest } from '../../permits/draft/draft.dto';
import { GasTestRequest, MeasureItem } from '../../permits/steps/permit-command.dto';

/** Somebody at the plant. */
export class PlantPersonPaper {
  /** The plant's own number of the person. */
  @IsString()
  @Length(1, 40)
  @Matches(/\S/)
  id: string;

  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  name: string;

  /** The account that the person has here. */
  @IfGiven()
  @IsString()
  @Length(2, 64)
  account?: string;
}

/** A welder is known by the number of a certificate or by the code of the welder's card. */
export class PlantWelderPaper extends PlantPersonPaper {
  @IfGiven()
  @IsString()
  @Length(6, 40)
  certificate?: string;

  @IfGiven()
  @IsString()
  @Length(4, 200)
  code?: string;
}

export class PlantApprovalPaper {
  /** The number of the seat in the chain of the level; `GET /exchange/permits/form` names them. */
  @IsInt()
  @Min(0)
  @Max(20)
  seat: number;

  @ValidateNested()
  @IsDefined()
  @Type(() => PlantPersonPaper)
  person: PlantPersonPaper;

  @IsTime()
  at: string;

  /** Signed at the place of work. */
  @IsBoolean()
  onSite: boolean;
}

/** A signature that the standard's form has beside the chain. */
export class PlantRecordPaper {
  @IsIn(PAPER_RECORDS)
  kind: PaperRecordKind;

  @ValidateNested()
  @IsDefined()
  @Type(() => PlantPersonPaper)
  person: PlantPersonPaper;
}

class Numbered {
  @IsIn([1])
  v: number;

  /** The plant's own number of the permit. */
  @IsString()
  @Length(1, 60)
  @Matches(/^\S+$/)
  number: string;

  /** Unified social credit code of the plant, or its id here. */
  @IsString()
  @Length(1, 40)
  enterprise: string;
}

/** What a plant's system tells beside what any draft says: the fields of the same names have the same meaning. */
const WORK = [
  'answers', 'contractorId', 'place', 'content', 'method', 'gases', 'relatedTickets', 'riskAnalysis', 'workPlanNumber', 'video',
] as const; // prettier-ignore

/** A signed permit; version 1 of its number. */
export class PlantPermitPaper extends IntersectionType(Numbered, PickType(DraftPermitRequest, WORK)) {
  @IsIn(['permit'])
  kind: 'permit';

  @IsIn([1])
  version: number;

  @IsString()
  @Length(1, 30)
  level: string;

  @IsTime()
  plannedStart: string;

  @IsTime()
  plannedEnd: string;

  @ValidateNested()
  @IsDefined()
  @Type(() => PlantPersonPaper)
  applicant: PlantPersonPaper;

  @IfGiven()
  @ValidateNested()
  @Type(() => PlantPersonPaper)
  workLeader?: PlantPersonPaper;

  @ValidateNested()
  @IsDefined()
  @Type(() => PlantPersonPaper)
  watcher: PlantPersonPaper;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PlantWelderPaper)
  welders: PlantWelderPaper[];

  /** Codes of machines; empty: any machine of the plant or its contractor. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  machines?: string[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PlantApprovalPaper)
  approvals: PlantApprovalPaper[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PlantRecordPaper)
  records?: PlantRecordPaper[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => MeasureItem)
  measures?: MeasureItem[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => GasTestRequest)
  gasTests?: GasTestRequest[];

  /** The watcher named is at the point. */
  @IfGiven()
  @IsBoolean()
  watched?: boolean;

  /** Work has begun, or begins now. */
  @IfGiven()
  @IsBoolean()
  started?: boolean;
}

/** What happened under a permit that was taken in; versions count on from 2. */
export class PlantEventPaper extends Numbered {
  @IsIn(['event'])
  kind: 'event';

  @IsInt()
  @Min(2)
  @Max(1_000_000)
  version: number;

  @IsIn(PLANT_EVENTS)
  event: PlantEvent;

  @IsTime()
  at: string;

  @ValidateNested()
  @IsDefined()
  @Type(() => PlantPersonPaper)
  person: PlantPersonPaper;

  /** Why it was stopped or called off, or a note. */
  @IfGiven()
  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason?: string;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => MeasureItem)
  measures?: MeasureItem[];

  @IfGiven()
  @ValidateNested()
  @Type(() => GasTestRequest)
  gasTest?: GasTestRequest;

  /** `close`: somebody still saw something glow. */
  @IfGiven()
  @IsBoolean()
  residualFire?: boolean;
}
