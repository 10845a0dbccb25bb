import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import {
  ERASURE_COMMANDS, ERASURE_OBSTACLES, ERASURE_STATES, type ErasureCommand, type ErasureObstacle, type ErasureState,
} from '../../../domain/privacy/erasure'; // prettier-ignore
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';

export class AskErasureRequest {
  @IsString()
  @Length(2, 500)
  reason: string;
}

export class RecordErasureRequest extends AskErasureRequest {
  /** Who asked in writing, or by word of mouth, and has no account to ask with. */
  @IsString()
  @Length(1, 64)
  welderId: string;
}

export class DecideErasureRequest {
  /** Why it is refused; else what the official looked at. */
  @IfGiven()
  @IsString()
  @Length(2, 500)
  note?: string;
}

export class ErasureRequestQuery extends PageQuery {
  @IsOptional()
  @IsIn(ERASURE_STATES)
  @ApiPropertyOptional({ enum: ERASURE_STATES })
  state?: ErasureState;
}

export class ErasureRequestView {
  id: string;

  @ApiProperty({ enum: ERASURE_STATES })
  state: ErasureState;

  /** The pseudonym once it is done. */
  name: string;

  @ApiProperty({ type: String, nullable: true })
  welderId: string | null;

  @ApiProperty({ type: String, nullable: true })
  userId: string | null;

  regionCode: string;
  reason: string;
  askedBy: string;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ type: String, nullable: true })
  decidedBy: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  decidedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  doneAt: string | null;

  @ApiProperty({
    enum: ERASURE_OBSTACLES,
    isArray: true,
    description: 'what is open and has to be settled first; empty once it is decided',
  })
  obstacles: ErasureObstacle[];

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'until then the law has names kept; an approved request waits, and nothing is used meanwhile',
  })
  keptUntil: string | null;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: ERASURE_COMMANDS, isArray: true })
  commands: ErasureCommand[];
}

export class ErasureRequestPage {
  @ApiProperty({ type: [ErasureRequestView] })
  items: ErasureRequestView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class OwnErasure {
  @ApiProperty({ type: ErasureRequestView, nullable: true, description: 'the last one; null where there was none' })
  request: ErasureRequestView | null;

  @ApiProperty({ enum: ERASURE_OBSTACLES, isArray: true, description: 'what would stand against a request now' })
  obstacles: ErasureObstacle[];

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  keptUntil: string | null;
}
