import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { PRACTICE_BASES, PRACTICE_KINDS, type PracticeBasis, type PracticeKind } from '../../domain/practice/practice';
import { IsDay } from '../../platform/http/times.decorator';

export class DeclarePracticeRequest {
  @IsIn(PRACTICE_KINDS)
  @ApiProperty({ enum: PRACTICE_KINDS })
  kind: PracticeKind;

  /** The last day of work, or the day of the test. */
  @IsDay()
  workedOn: string;

  /** Where, and for whom; or who held the test. */
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  place: string;
}

export class PracticeDeclarationView {
  id: string;

  @ApiProperty({ enum: PRACTICE_KINDS })
  kind: PracticeKind;

  @ApiProperty({ format: 'date' })
  workedOn: string;

  place: string;
  declaredBy: string;

  @ApiProperty({ format: 'date-time' })
  declaredAt: string;
}

export class PracticeView {
  @ApiProperty({ format: 'date', description: 'the last day on which the welder is known to have been at the trade' })
  since: string;

  @ApiProperty({ enum: PRACTICE_BASES })
  basis: PracticeBasis;

  @ApiProperty({ format: 'date', description: 'from this day on a practical test comes before work' })
  overOn: string;

  /** It warns; nobody is refused for it. */
  over: boolean;

  days: number;

  @ApiProperty({ type: [PracticeDeclarationView] })
  declarations: PracticeDeclarationView[];
}
