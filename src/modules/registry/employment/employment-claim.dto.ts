import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class RefuseClaimRequest {
  @IsString()
  @Length(2, 200)
  reason: string;
}

/** Somebody says that a person known to the register works for them. Shown to whoever may read that person. */
export class EmploymentClaimView {
  /** Of the claim; the claiming enterprise uses it as the welder's id meanwhile. */
  id: string;

  /** The known person. */
  welderId: string;

  name: string;

  /** For whom they are said to work; null: registered as self-employed elsewhere. */
  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  regionCode: string;
  askedAt: string;
}

export class EmploymentClaimList {
  @ApiProperty({ type: [EmploymentClaimView] })
  items: EmploymentClaimView[];
}
