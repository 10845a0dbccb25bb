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

export class WatcherCertificates {
  @ApiProperty({ type: [WatcherCertificateView] }) items: WatcherCertificateView[];
}
