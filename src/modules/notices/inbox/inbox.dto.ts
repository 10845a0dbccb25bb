import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { NOTICE_KINDS, type NoticeKind } from '../../../domain/notices/notice-kinds';
import { PageQuery } from '../../../platform/http/page';

export class InboxQuery extends PageQuery {
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value))
  @IsBoolean()
  @ApiPropertyOptional()
  unread?: boolean;
}

export class NoticeView {
  id: string;

  @ApiProperty({ enum: NOTICE_KINDS })
  kind: NoticeKind;

  /** A sentence in the language that was asked for. */
  text: string;

  urgent: boolean;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  readAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the page of the console where it is seen' })
  path: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the same on a phone' })
  phonePath: string | null;
}

export class NoticePage {
  @ApiProperty({ type: [NoticeView] })
  items: NoticeView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class UnreadView {
  /** 100 stands for a hundred and more. */
  count: number;
}

export class ReadNoticesRequest {
  /** The newest one that was shown; it and all before it are read. */
  @IsString()
  @MaxLength(64)
  upTo: string;
}
