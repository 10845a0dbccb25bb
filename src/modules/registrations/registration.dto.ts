import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import {
  REGISTRATION_KINDS,
  REGISTRATION_STATES,
  type RegistrationKind,
  type RegistrationState,
} from '../../domain/people/registration';
import { TRADES, type Trade } from '../../domain/people/trades';
import { ENTERPRISE_KINDS, type EnterpriseKind } from '../../domain/registry/enterprise';
import { INDUSTRIES, type Industry } from '../../domain/registry/industry';
import { DOCUMENT_KINDS, type DocumentKind } from '../../domain/registry/numbers/person-document';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { PageQuery } from '../../platform/http/page';

export class RegistrationCodeRequest {
  @IsString()
  @Length(1, 30)
  phone: string;
}

export class FollowRegistrationRequest extends RegistrationCodeRequest {
  @Matches(/^\d{6}$/)
  code: string;
}

export class FirmDraft {
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  name: string;

  /** 统一社会信用代码; needed for a company. */
  @IfGiven()
  @IsString()
  @Length(1, 30)
  uscc?: string;

  @IfGiven()
  @IsIn(ENTERPRISE_KINDS)
  @ApiPropertyOptional({ enum: ENTERPRISE_KINDS })
  kind?: EnterpriseKind;

  @IsIn(INDUSTRIES)
  @ApiProperty({ enum: INDUSTRIES })
  industry: Industry;
}

export class AskRegistrationRequest extends FollowRegistrationRequest {
  @IsIn(REGISTRATION_KINDS)
  @ApiProperty({ enum: REGISTRATION_KINDS })
  kind: RegistrationKind;

  /** Of the welder, or of whoever registers the enterprise. */
  @IsString()
  @Length(1, 64)
  @Matches(/\S/)
  name: string;

  @IsString()
  @MaxLength(40)
  idNumber: string;

  /** What the number stands on; a card of GB 11643 where nothing is said. */
  @IfGiven()
  @IsIn(DOCUMENT_KINDS)
  @ApiPropertyOptional({ enum: DOCUMENT_KINDS })
  idKind?: DocumentKind;

  /** Where they work or live: a county, town or village. */
  @Matches(/^(\d{6}|\d{9}|\d{12})$/)
  regionCode: string;

  /** Where an enterprise registers. */
  @IfGiven()
  @ValidateNested()
  @Type(() => FirmDraft)
  enterprise?: FirmDraft;
}

export class OwnRegistrationView {
  id: string;

  @ApiProperty({ enum: REGISTRATION_KINDS })
  kind: RegistrationKind;

  @ApiProperty({ enum: REGISTRATION_STATES })
  state: RegistrationState;

  name: string;

  @ApiProperty({ type: String, nullable: true })
  firmName: string | null;

  regionCode: string;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  settledAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  refusedFor: string | null;
}

export class OwnRegistrations {
  @ApiProperty({ type: [OwnRegistrationView] })
  items: OwnRegistrationView[];
}

export class RegistrationView extends OwnRegistrationView {
  /** Masked. */
  phone: string;

  @ApiProperty({ enum: DOCUMENT_KINDS })
  idKind: string;

  /** Masked. */
  idNumber: string;

  @ApiProperty({ type: String, nullable: true })
  uscc: string | null;

  @ApiProperty({ enum: ENTERPRISE_KINDS, nullable: true, type: String })
  firmKind: string | null;

  @ApiProperty({ enum: INDUSTRIES, nullable: true, type: String })
  industry: string | null;

  @ApiProperty({ enum: TRADES, nullable: true, type: String, description: 'to which it was handed over' })
  trade: string | null;

  regionName: string;

  @ApiProperty({ type: String, nullable: true })
  settledBy: string | null;

  /** What the official is called. */
  @ApiProperty({ type: String, nullable: true })
  settledByName: string | null;

  @ApiProperty({ type: String, nullable: true })
  welderId: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;
}

export class RegistrationPage {
  @ApiProperty({ type: [RegistrationView] })
  items: RegistrationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export const DUPLICATE_KINDS = ['welder', 'enterprise', 'account', 'registration'] as const;
export const DUPLICATE_REASONS = ['identity', 'phone', 'uscc', 'name'] as const;

export class DuplicateView {
  @ApiProperty({ enum: DUPLICATE_KINDS })
  kind: (typeof DUPLICATE_KINDS)[number];

  id: string;
  name: string;

  @ApiProperty({ enum: DUPLICATE_REASONS })
  because: (typeof DUPLICATE_REASONS)[number];
}

export class HandoverView {
  @ApiProperty({ enum: TRADES, nullable: true, type: String })
  from: string | null;

  @ApiProperty({ enum: TRADES })
  to: string;

  reason: string;
  handedBy: string;

  /** What the official is called. */
  @ApiProperty({ type: String, nullable: true })
  handedByName: string | null;

  @ApiProperty({ format: 'date-time' })
  handedAt: string;

  @ApiProperty({ type: String, nullable: true })
  receivedBy: string | null;

  /** What the official is called. */
  @ApiProperty({ type: String, nullable: true })
  receivedByName: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  receivedAt: string | null;
}

export class RegistrationDetail extends RegistrationView {
  /** What is known within the caller's reach and may be the same. */
  @ApiProperty({ type: [DuplicateView] })
  duplicates: DuplicateView[];

  @ApiProperty({ type: [HandoverView] })
  handovers: HandoverView[];
}

export class RegistrationQuery extends PageQuery {
  @IsOptional()
  @IsIn(REGISTRATION_STATES)
  @ApiPropertyOptional({ enum: REGISTRATION_STATES })
  state?: RegistrationState;

  @IsOptional()
  @IsIn(REGISTRATION_KINDS)
  @ApiPropertyOptional({ enum: REGISTRATION_KINDS })
  kind?: RegistrationKind;
}

export class RefuseRegistrationRequest {
  /** The applicant reads it. */
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  reason: string;
}

export class HandOverRegistrationRequest extends RefuseRegistrationRequest {
  @IsIn(TRADES)
  @ApiProperty({ enum: TRADES })
  trade: Trade;
}

export class PlacesQuery {
  /** Without it: the provinces. */
  @IsOptional()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  parent?: string;
}

export class PlaceView {
  code: string;
  name: string;
  hasChildren: boolean;
}

export class PlacesView {
  @ApiProperty({ type: [PlaceView] })
  items: PlaceView[];
}
