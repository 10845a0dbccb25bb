import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsObject, IsString, Matches, MaxLength, MinLength, ValidateNested,
} from 'class-validator'; // prettier-ignore
import { PURPOSES, type Purpose } from '../../../domain/exchange/agreement';
import {
  EXCHANGE_KINDS,
  PARTNER_KINDS,
  type ExchangeKind,
  type PartnerKind,
} from '../../../domain/exchange/exchange-kinds';
import { ALL_FORMATS, type Format } from '../../../domain/exchange/formats';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsDay } from '../../../platform/http/times.decorator';

export class AgreementRequest {
  /** Its number. */
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  number: string;

  /** For these personal data may leave in clear; every other value leaves masked. */
  @IsArray()
  @ArrayUnique()
  @IsIn(PURPOSES, { each: true })
  @ApiProperty({ enum: PURPOSES, isArray: true })
  purposes: Purpose[];

  @IsDay()
  @ApiProperty({ format: 'date' })
  from: string;

  /** The last day. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  until: string;
}

export class PartnerRequest {
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  name: string;

  @IsIn(PARTNER_KINDS)
  @ApiProperty({ enum: PARTNER_KINDS })
  kind: PartnerKind;

  /** Whose registrations are exchanged, with all below it. Without it: the caller's own region. */
  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  /** `https://`, where the contract of `docs/exchange.md` is spoken. Without it the other side only calls us. */
  @IfGiven()
  @IsString()
  @MaxLength(2_000)
  baseUrl?: string;

  /** Of a plant: the one enterprise that it speaks for. */
  @IfGiven()
  @IsString()
  @MaxLength(40)
  enterpriseId?: string;

  /** Of a plant: the account there that answers for what its system says. */
  @IfGiven()
  @IsString()
  @MaxLength(40)
  answersId?: string;

  @IfGiven()
  @ValidateNested()
  @Type(() => AgreementRequest)
  agreement?: AgreementRequest;
}

export class FieldRowRequest {
  /** A field of ours; `GET /exchange/fields` names them. */
  @IsString()
  @MaxLength(60)
  field: string;

  /** What it is called there. */
  @IsString()
  @MaxLength(60)
  name: string;

  @IsIn(ALL_FORMATS)
  @ApiProperty({ enum: ALL_FORMATS })
  format: Format;

  /** Their code for each word of ours; left out: our own words. */
  @IfGiven()
  @IsObject()
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  codes?: Record<string, string>;

  /** Of personal data: what it is needed for. */
  @IfGiven()
  @IsIn(PURPOSES)
  @ApiPropertyOptional({ enum: PURPOSES })
  purpose?: Purpose;
}

export class MappingRequest {
  @IsIn(EXCHANGE_KINDS)
  @ApiProperty({ enum: EXCHANGE_KINDS })
  kind: ExchangeKind;

  /** From this day on, until a later mapping of the kind begins. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  validFrom: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => FieldRowRequest)
  fields: FieldRowRequest[];
}

export class MappingView extends MappingRequest {
  id: string;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;
}

export class MappingList {
  @ApiProperty({ type: [MappingView] })
  items: MappingView[];
}

export class AgreementView extends AgreementRequest {}

export class LastCheckView {
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Registrations that the other side should hold, and those that it says it holds. */
  ours: number;
  theirs: number;
  differing: number;

  @ApiProperty({ type: String, nullable: true, description: 'why it could not be finished' })
  fault: string | null;
}

export class PartnerView {
  id: string;
  name: string;

  @ApiProperty({ enum: PARTNER_KINDS })
  kind: PartnerKind;

  regionCode: string;

  @ApiProperty({ type: String, nullable: true })
  baseUrl: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'of a plant: the enterprise that it speaks for' })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'of a plant: the account that answers for it' })
  answersId: string | null;

  @ApiProperty({ type: AgreementView, nullable: true })
  agreement: AgreementView | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  stoppedAt: string | null;

  /** Registrations that wait to be looked at and sent. */
  behind: number;

  /** Registrations that the other side refused, or that cannot be written. */
  failed: number;

  /** Registrations that the other side holds. */
  held: number;

  /** Registrations that came from the other side, and those that contradict the register. */
  taken: number;
  waiting: number;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'when it last took something' })
  answeredAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'why it does not answer now; null: it does' })
  fault: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  pausedUntil: string | null;

  @ApiProperty({ type: LastCheckView, nullable: true })
  lastCheck: LastCheckView | null;
}

export class NewPartnerView extends PartnerView {
  /** Shown this once: both sides sign with it. */
  secret: string;
}

export class PartnerPage {
  @ApiProperty({ type: [PartnerView] })
  items: PartnerView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
