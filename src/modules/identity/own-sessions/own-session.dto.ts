import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { MayMiss } from '../../../platform/http/may-miss.decorator';
import { Verbatim } from '../../../platform/http/typed-fields';

export class OwnSessionView {
  id: string;

  /** The kind of device, as `Android · WeChat`; null where nothing is known. */
  @ApiProperty({ type: String, nullable: true })
  device: string | null;

  @ApiProperty({ format: 'date-time' })
  begunAt: string;

  /** To about a quarter of an hour. */
  @ApiProperty({ format: 'date-time' })
  usedAt: string;

  /** The one that asks. */
  isThis: boolean;
}

export class OwnSessionList {
  /** The one used last first; at most 100. */
  @ApiProperty({ type: [OwnSessionView] })
  items: OwnSessionView[];
}

export class EndSessionsRequest {
  /** The current one, where the account has a password. */
  @Verbatim()
  @MayMiss()
  @IsString()
  @Length(1, 128)
  password?: string;
}
