import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsDay } from '../../../platform/http/times.decorator';

export class LeaveRequest {
  /** Who is away; without it: the caller. Somebody else's leave is the regulator's to enter. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  userId?: string;

  /** Who has the cases meanwhile; without it: whoever looks after the place next. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  deputyId?: string;

  @IsDay()
  @ApiProperty({ format: 'date' })
  fromOn: string;

  /** The last day. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  untilOn: string;

  @IfGiven()
  @IsString()
  @MaxLength(200)
  reason?: string;
}

export class LeaveView {
  id: string;
  userId: string;
  userName: string;

  @ApiProperty({ type: String, nullable: true })
  deputyId: string | null;

  @ApiProperty({ type: String, nullable: true })
  deputyName: string | null;

  @ApiProperty({ format: 'date' })
  fromOn: string;

  /** The last day. */
  @ApiProperty({ format: 'date' })
  untilOn: string;

  reason: string;

  /** It lasts now. */
  now: boolean;

  /** Ended by hand, before its last day. */
  ended: boolean;
}

export class LeavePage {
  @ApiProperty({ type: [LeaveView] })
  items: LeaveView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
