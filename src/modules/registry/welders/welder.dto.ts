import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../domain/registry/numbers/person-document';
import { WELDER_STATUSES, type WelderStatus } from '../../../domain/registry/welder';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';

export class RegisterWelderRequest {
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

  @IsString()
  @MaxLength(30)
  phone: string;

  @Matches(/^\d{2,12}$/)
  regionCode: string;

  /** Without it: self-employed. */
  @IfGiven()
  @IsString()
  @Length(1, 64)
  enterpriseId?: string;
}

export class WelderQuery extends PageQuery {
  /** Part of the name, or the whole identity number or phone. */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  q?: string;

  @IsOptional()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  enterpriseId?: string;
}

export class RevealRequest {
  @IsString()
  @Length(4, 200)
  reason: string;
}

export class RevealedWelder {
  idNumber: string;
  phone: string;
}

export class WelderView {
  id: string;
  name: string;

  /** Masked. */
  idNumber: string;

  @ApiProperty({ enum: DOCUMENT_KINDS })
  idKind: DocumentKind;

  /** Masked. */
  phone: string;

  regionCode: string;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  /** The id of a person with the same identity document, where this record only claims to be them and nobody has said so yet. */
  @ApiProperty({ type: String, nullable: true })
  claimsToBe: string | null;

  @ApiProperty({ enum: WELDER_STATUSES })
  status: WelderStatus;

  code: string;

  /** Codes of what looked odd, but did not hold anybody up. */
  warnings: string[];

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  trainingValidTo: string | null;

  version: number;
  createdAt: string;
}

export class WelderPage {
  @ApiProperty({ type: [WelderView] })
  items: WelderView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
