import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { RECENCY_BASES, RECENCY_KINDS, type RecencyBasis, type RecencyKind } from '../../domain/recency/recency';
import { IsDay } from '../../platform/http/times.decorator';

export class DeclareRecencyRequest {
  @IsIn(RECENCY_KINDS)
  @ApiProperty({ enum: RECENCY_KINDS })
  kind: RecencyKind;

  /** The last day of work, or the day of the test. */
  @IsDay()
  workedOn: string;

  /** Where, and for whom; or who held the test. */
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  place: string;
}

export class RecencyDeclarationView {
  id: string;

  @ApiProperty({ enum: RECENCY_KINDS })
  kind: RecencyKind;

  @ApiProperty({ format: 'date' })
  workedOn: string;

  place: string;
  declaredBy: string;

  @ApiProperty({ format: 'date-time' })
  declaredAt: string;
}

export class RecencyView {
  @ApiProperty({ format: 'date', description: 'the last day on which the welder is known to have been at the trade' })
  since: string;

  @ApiProperty({ enum: RECENCY_BASES })
  basis: RecencyBasis;

  @ApiProperty({ format: 'date', description: 'from this day on a practical test comes before work' })
  overOn: string;

  /** It warns; nobody is refused for it. */
  over: boolean;

  days: number;

  @ApiProperty({ type: [RecencyDeclarationView] })
  declarations: RecencyDeclarationView[];
}
