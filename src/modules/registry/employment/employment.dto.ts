import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PERMIT_STATES, type PermitState } from '../../../domain/permits/permit';

export class EndEmploymentRequest {
  /** Without it: the caller’s own enterprise, else the one under which the welder is registered. */
  @IfGiven()
  @IsString()
  @Length(1, 64)
  enterpriseId?: string;

  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  reason: string;
}

export class EmploymentView {
  enterpriseId: string;
  enterpriseName: string;

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  until: string | null;

  @ApiProperty({ type: String, nullable: true })
  endReason: string | null;

  /** Whether the caller may end it. */
  mayEnd: boolean;
}

/** A permit of the enterprise that names the welder and is not over: once the employment ended it gives them no power. */
export class LeftPermit {
  id: string;
  number: string;
  placeName: string;

  @ApiProperty({ enum: PERMIT_STATES })
  state: PermitState;
}

export class Employments {
  /** The newest first; an enterprise sees its own alone. */
  @ApiProperty({ type: [EmploymentView] })
  items: EmploymentView[];

  /** Of the enterprises that employ the welder now, or of the one just left. */
  @ApiProperty({ type: [LeftPermit] })
  openPermits: LeftPermit[];
}
