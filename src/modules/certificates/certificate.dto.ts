import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import {
  CERTIFICATE_KINDS,
  CERTIFICATE_STATUSES,
  OPERATIONS,
  type CertificateKind,
  type CertificateStatus,
  type Operation,
} from '../../domain/certificates/certificate';
import { CERTIFICATE_STATES, type CertificateState } from '../../domain/certificates/certificate-state';
import { VERIFICATION_METHODS, type VerificationMethod } from '../../domain/certificates/lookup';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { PROCESSES, type Process } from '../../domain/registry/machine';
import { IsDay } from '../../platform/http/times.decorator';
import { MayMiss } from '../../platform/http/may-miss.decorator';

export class AddCertificateRequest {
  /** 特种作业操作证: `T` and the holder's identity number. */
  @IsString()
  @MaxLength(60)
  number: string;

  @IsIn(CERTIFICATE_KINDS)
  @ApiProperty({ enum: CERTIFICATE_KINDS })
  kind: CertificateKind;

  /** 准操项目. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(OPERATIONS, { each: true })
  @ApiProperty({ enum: OPERATIONS, isArray: true })
  operations: Operation[];

  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  issuer: string;

  @IsDay()
  @ApiProperty({ format: 'date' })
  issuedOn: string;

  /** As printed. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  validFrom: string;

  /** As printed: the last day it holds. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  validTo: string;

  /** As printed on cards that are reviewed. */
  @IsOptional()
  @IsDay()
  @ApiPropertyOptional({ type: String, nullable: true, format: 'date' })
  reviewDueOn?: string | null;

  /** Of a photo that the caller has uploaded: the holder's picture on the card. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  photoId?: string;
}

export class VerifyCertificateRequest {
  @IsIn(VERIFICATION_METHODS)
  @ApiProperty({ enum: VERIFICATION_METHODS })
  method: VerificationMethod;

  /** What was looked at. */
  @MayMiss()
  @IsString()
  @MaxLength(500)
  note?: string;

  /** Of a photo that the caller has uploaded: the holder's picture, as the authority shows it. It replaces an earlier one. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  photoId?: string;

  /** Of a photo that the caller has uploaded: the screen of the public lookup. Asked for with `lookup`. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  screenshotId?: string;
}

export class RevokeCertificateRequest {
  @IsString()
  @Length(2, 200)
  reason: string;
}

export class ForgedCertificateRequest extends RevokeCertificateRequest {
  /** Of a photo that the caller has uploaded: what showed the forgery. It becomes evidence of the case. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  screenshotId?: string;
}

export class CertificateView {
  id: string;
  welderId: string;

  @ApiProperty({ enum: CERTIFICATE_KINDS })
  kind: CertificateKind;

  /** Masked. */
  number: string;

  @ApiProperty({ enum: OPERATIONS, isArray: true })
  operations: Operation[];

  /** Processes these operations cover by today's rules. */
  @ApiProperty({ enum: PROCESSES, isArray: true })
  processes: Process[];

  /** The holder's picture on it; null also where the caller has no need to see it. */
  @ApiProperty({ type: String, nullable: true })
  photoId: string | null;

  issuer: string;

  @ApiProperty({ format: 'date' })
  issuedOn: string;

  @ApiProperty({ format: 'date' })
  validFrom: string;

  @ApiProperty({ format: 'date' })
  validTo: string;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  reviewDueOn: string | null;

  /** What somebody found out about it. */
  @ApiProperty({ enum: CERTIFICATE_STATUSES })
  status: CertificateStatus;

  /** What it is worth now. */
  @ApiProperty({ enum: CERTIFICATE_STATES })
  state: CertificateState;

  @ApiProperty({ enum: VERIFICATION_METHODS, nullable: true })
  verificationMethod: VerificationMethod | null;

  @ApiProperty({ type: String, nullable: true })
  verificationNote: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  verifiedAt: string | null;

  /** Until when a scanned e-certificate lets its holder work although nobody has verified it; null: it does not. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  scanUntil: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  revokedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  revokeReason: string | null;

  createdAt: string;
}

export class CertificatePage {
  @ApiProperty({ type: [CertificateView] })
  items: CertificateView[];

  /** Always null: a person has few. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

const MOST_WELDERS = 100;

export class BestCertificatesQuery {
  /** Ids, with commas between them. */
  @ApiProperty({ type: String })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(MOST_WELDERS)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  welderIds: string[];
}

export class BestCertificate {
  welderId: string;

  @ApiProperty({ enum: [...CERTIFICATE_STATES, 'missing'] })
  state: CertificateState | 'missing';

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  validTo: string | null;

  @ApiProperty({ enum: OPERATIONS, isArray: true })
  operations: Operation[];
}

export class BestCertificates {
  /** One for each welder that the caller may read. */
  @ApiProperty({ type: [BestCertificate] })
  items: BestCertificate[];
}
