import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { IsDay } from '../../../platform/http/times.decorator';

export class WatcherCertificateRequest {
  /** As printed. */
  @IsString()
  @Length(2, 60)
  @Matches(/\S/)
  number: string;

  /** As printed: the last day it holds. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  validTo: string;

  /** Of a photo of the certificate that the caller has uploaded. */
  @IsString()
  @Length(1, 40)
  photoId: string;
}

export class RevokeWatcherCertificateRequest {
  @IsString()
  @Length(2, 500)
  @Matches(/\S/)
  reason: string;
}

export const WATCHER_CERTIFICATE_STATES = ['valid', 'expired', 'revoked'] as const;

export class WatcherCertificateView {
  id: string;
  userId: string;
  number: string;
  @ApiProperty({ format: 'date' }) validTo: string;
  photoId: string;
  @ApiProperty({ enum: WATCHER_CERTIFICATE_STATES }) state: (typeof WATCHER_CERTIFICATE_STATES)[number];
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) revokedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) revokeReason: string | null;
}

export const TRAINING_STATES = ['valid', 'expired', 'missing'] as const;

/** A fire watcher, with the certificate that holds longest. */
export class WatcherView {
  id: string;
  name: string;
  enterpriseName: string;
  @ApiProperty({ enum: TRAINING_STATES }) training: (typeof TRAINING_STATES)[number];
  @ApiProperty({ type: String, nullable: true }) certificateId: string | null;
  @ApiProperty({ type: String, nullable: true }) number: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) validTo: string | null;
}

export class WatcherPage {
  @ApiProperty({ type: [WatcherView] }) items: WatcherView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class WatcherCertificates {
  @ApiProperty({ type: [WatcherCertificateView] }) items: WatcherCertificateView[];
}
