import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import {
  CHECK_KINDS,
  LOOKUP_ANSWERS,
  VERIFICATION_METHODS,
  type CheckKind,
  type LookupAnswer,
  type VerificationMethod,
} from '../../../domain/certificates/lookup';
import { MayMiss } from '../../../platform/http/may-miss.decorator';

export class RevealCertificateRequest {
  /** Kept in the audit trail and in the certificate’s history. */
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  purpose: string;
}

/** What the public lookup asks for. */
export class RevealedCertificate {
  number: string;
  name: string;

  /** Where certificates of this kind are looked up; null where no rule names a place. */
  @ApiProperty({ type: String, nullable: true })
  address: string | null;
}

export class LookUpCertificateRequest {
  /** What the public lookup answered. */
  @IsIn(LOOKUP_ANSWERS)
  @ApiProperty({ enum: LOOKUP_ANSWERS })
  answer: LookupAnswer;

  /** Of a photo that the caller has uploaded: the screen with the answer. */
  @IsString()
  @Length(1, 40)
  screenshotId: string;

  @MayMiss()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class ScanCertificateRequest {
  /** What the QR code of the e-certificate says, as it was read. */
  @IsString()
  @Length(1, 2_000)
  text: string;
}

const SCAN_READINGS = ['same', 'other-number', 'other-name', 'address', 'unknown'] as const;
export type ScanReading = (typeof SCAN_READINGS)[number];

/** A scan is a claim: it verifies nothing. */
export class CertificateScan {
  /** `address`: a known lookup without a number; `unknown`: a format that is not recognised, kept as text. */
  @ApiProperty({ enum: SCAN_READINGS })
  reading: ScanReading;

  /** Until when the holder may work before an official has looked; null: not by this scan. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  workUntil: string | null;
}

export class CertificateCheckView {
  @ApiProperty({ enum: CHECK_KINDS })
  kind: CheckKind;

  /** Of a lookup. */
  @ApiProperty({ enum: LOOKUP_ANSWERS, nullable: true })
  answer: LookupAnswer | null;

  /** Of a scan. */
  @ApiProperty({ enum: SCAN_READINGS, nullable: true })
  reading: ScanReading | null;

  /** What was scanned, numbers masked; null where the caller need not see it. */
  @ApiProperty({ type: String, nullable: true })
  text: string | null;

  @ApiProperty({ enum: VERIFICATION_METHODS, nullable: true })
  method: VerificationMethod | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  /** The proof; null also where the caller need not see it. */
  @ApiProperty({ type: String, nullable: true })
  screenshotId: string | null;

  doneBy: string;

  @ApiProperty({ format: 'date-time' })
  doneAt: string;
}

export class CertificateHistory {
  /** The newest first. */
  @ApiProperty({ type: [CertificateCheckView] })
  items: CertificateCheckView[];
}
