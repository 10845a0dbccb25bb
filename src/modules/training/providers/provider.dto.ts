import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import {
  CHECK_RESULTS,
  PROVIDER_STATES,
  type CheckResult,
  type ProviderState,
} from '../../../domain/training/providers';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsDay } from '../../../platform/http/times.decorator';

export class AddProviderRequest {
  @IsString()
  @Length(2, 100)
  @Matches(/\S{2}/)
  name: string;

  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  @IsString()
  @Length(2, 60)
  contactName: string;

  @IsString()
  @Length(5, 30)
  contactPhone: string;

  /** 办学许可证 or other licence, with its number. */
  @IsString()
  @Length(2, 100)
  licence: string;
}

export class CheckProviderRequest {
  @IsDay()
  checkedOn: string;

  @IsIn(CHECK_RESULTS)
  @ApiProperty({ enum: CHECK_RESULTS })
  result: CheckResult;

  @IsString()
  @Length(2, 1_000)
  note: string;
}

/** The enterprise that the school is: its machines are those that pupils practise on. */
export class LinkSchoolRequest {
  /** 统一社会信用代码 */
  @IsString()
  @Length(10, 40)
  uscc: string;
}

export class NameInstructorRequest {
  /** The code of the welder's card. */
  @IsString()
  @Length(1, 200)
  welderCode: string;
}

export class InstructorView {
  welderId: string;
  name: string;
}

export class ProviderCheckView {
  id: string;

  @ApiProperty({ format: 'date' })
  checkedOn: string;

  @ApiProperty({ enum: CHECK_RESULTS })
  result: CheckResult;

  note: string;
  checkedBy: string;
}

export class ProviderView {
  id: string;
  name: string;
  regionCode: string;
  contactName: string;

  /** Masked. */
  contactPhone: string;

  licence: string;

  @ApiProperty({ enum: PROVIDER_STATES })
  state: ProviderState;

  /** Null: the school is not linked to an enterprise. */
  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  @ApiProperty({ type: [InstructorView] })
  instructors: InstructorView[];

  @ApiProperty({ type: [ProviderCheckView] })
  checks: ProviderCheckView[];
}

export class ProviderPage {
  @ApiProperty({ type: [ProviderView] })
  items: ProviderView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
