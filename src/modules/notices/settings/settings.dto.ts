import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CHANNELS, NOTICE_KINDS, type Channel, type NoticeKind } from '../../../domain/notices/notice-kinds';
import { LANGUAGES, type Language } from '../../../kernel/language';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class NoticeChoice {
  @IsIn(NOTICE_KINDS)
  @ApiProperty({ enum: NOTICE_KINDS })
  kind: NoticeKind;

  @IsIn(CHANNELS)
  @ApiProperty({ enum: CHANNELS })
  channel: Channel;

  @IsBoolean()
  wanted: boolean;
}

export class NoticeSettingsRequest {
  /** Missing: stays as it was. Null: no e-mail any more. */
  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  @ApiProperty({ type: String, nullable: true, required: false })
  mail?: string | null;

  /** Nothing that is not urgent is sent in these hours; both or neither. */
  @IsOptional()
  @Matches(TIME)
  @ApiProperty({ type: String, nullable: true, example: '22:00' })
  quietFrom: string | null;

  @IsOptional()
  @Matches(TIME)
  @ApiProperty({ type: String, nullable: true, example: '07:00' })
  quietTo: string | null;

  /** What is not urgent comes by e-mail once a day, at eight. */
  @IsBoolean()
  digest: boolean;

  @IsIn(LANGUAGES)
  @ApiProperty({ enum: LANGUAGES })
  language: Language;

  /** What differs from the proposal; what is left out is as proposed. */
  @IsArray()
  @ArrayMaxSize(NOTICE_KINDS.length * CHANNELS.length)
  @ValidateNested({ each: true })
  @Type(() => NoticeChoice)
  choices: NoticeChoice[];
}

export class MailCodeRequest {
  @Matches(/^\d{6}$/)
  @ApiProperty({ example: '204713' })
  code: string;
}

export class NoticeChannelView {
  @ApiProperty({ enum: CHANNELS })
  channel: Channel;

  /** Whether it reaches the caller now: an address is known, and the installation has the channel. */
  reaches: boolean;

  /** Whether the installation has it. */
  offered: boolean;
}

export class NoticeKindView {
  @ApiProperty({ enum: NOTICE_KINDS })
  kind: NoticeKind;

  /** It cannot be switched off in the app. */
  mandatory: boolean;

  /** It passes hours of quiet and the daily summary. */
  urgent: boolean;

  @ApiProperty({ enum: CHANNELS, isArray: true })
  wanted: Channel[];
}

export class NoticeSettingsView {
  @ApiProperty({ type: String, nullable: true, description: 'masked' })
  mail: string | null;

  /** The code that was sent to `mail` has not come back; nothing else is sent there before. */
  mailWaits: boolean;

  @ApiProperty({ type: String, nullable: true })
  quietFrom: string | null;

  @ApiProperty({ type: String, nullable: true })
  quietTo: string | null;

  digest: boolean;

  @ApiProperty({ enum: LANGUAGES })
  language: Language;

  @ApiProperty({ type: [NoticeChannelView] })
  channels: NoticeChannelView[];

  @ApiProperty({ type: [NoticeKindView] })
  kinds: NoticeKindView[];
}
