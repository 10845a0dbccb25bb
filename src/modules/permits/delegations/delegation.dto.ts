import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsTime } from '../../../platform/http/times.decorator';

export class DelegateRequest {
  /** Who will be away. Without it: the caller. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  fromUserId?: string;

  @IsString()
  @Length(1, 40)
  toUserId: string;

  /** Without it: from now. */
  @IfGiven()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  from?: string;

  @IsTime()
  @ApiProperty({ format: 'date-time' })
  to: string;

  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  reason: string;
}

export class DelegationView {
  id: string;
  fromUserId: string;
  fromName: string;
  toUserId: string;
  toName: string;
  enterpriseId: string;
  @ApiProperty({ format: 'date-time' }) from: string;
  @ApiProperty({ format: 'date-time' }) to: string;
  reason: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) revokedAt: string | null;
}

export class DelegationPage {
  @ApiProperty({ type: [DelegationView] })
  items: DelegationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
