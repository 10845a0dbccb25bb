import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { NAMEPLATES, type Nameplate } from '../../domain/collection/collection';
import { ENTERPRISE_KINDS, type EnterpriseKind } from '../../domain/registry/enterprise';
import { INDUSTRIES, type Industry } from '../../domain/registry/industry';
import { CONTROLS, PROCESSES, type Control, type Process } from '../../domain/registry/machine';
import { DOCUMENT_KINDS, type DocumentKind } from '../../domain/registry/numbers/person-document';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { AddCertificateRequest } from '../certificates/certificate.dto';

/** The id of something that may be named. */
export const NamedId = (): PropertyDecorator => (target, name) => {
  IfGiven()(target, name);
  IsString()(target, name);
  Length(1, 200)(target, name);
};

export class CollectedMachine {
  @IsIn(NAMEPLATES)
  @ApiProperty({ enum: NAMEPLATES })
  nameplate: Nameplate;

  /** Why none was legible. */
  @IfGiven()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  nameplateReason?: string;

  @IfGiven()
  @IsString()
  @Length(1, 64)
  serialNumber?: string;

  /** May miss where no nameplate is legible. */
  @IfGiven()
  @IsString()
  @Length(1, 64)
  @Matches(/\S/)
  model?: string;

  @IsIn(PROCESSES)
  @ApiProperty({ enum: PROCESSES })
  process: Process;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(16)
  @ApiPropertyOptional({ default: 1 })
  outlets?: number;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(5000)
  ratedCurrentA?: number;

  @IfGiven()
  @IsIn(CONTROLS)
  @ApiPropertyOptional({ enum: CONTROLS })
  control?: Control;

  @NamedId()
  enterpriseId?: string;

  @NamedId()
  ownerWelderId?: string;

  /** Where it usually stands, typed: a village, a site, a workshop. */
  @IfGiven()
  @IsString()
  @Length(2, 100)
  @Matches(/\S/)
  placeName?: string;

  /** The device’s own number of the owner, collected by the same person before. */
  @NamedId()
  ownerNumber?: string;

  /** Of the owner’s signature, as a picture that the caller uploaded. */
  @NamedId()
  signatureId?: string;

  /** The sticker on it, as it was scanned. One that is bound already says which machine this is. */
  @IfGiven()
  @IsString()
  @MaxLength(200)
  blankCode?: string;

  /** A sticker of the province or of a vendor that stays on it, as it was scanned. */
  @IfGiven()
  @IsString()
  @Length(1, 500)
  externalCode?: string;

  /** Whose sticker that is: `province` where it is left out, or the vendor’s name. */
  @IfGiven()
  @IsString()
  @Length(1, 64)
  externalSystem?: string;
}

export class CollectedWelder {
  @IsString()
  @Length(1, 64)
  @Matches(/\S/)
  name: string;

  /** May miss where the document was photographed: the number is typed later. */
  @IfGiven()
  @IsString()
  @MaxLength(40)
  idNumber?: string;

  @IfGiven()
  @IsIn(DOCUMENT_KINDS)
  @ApiPropertyOptional({ enum: DOCUMENT_KINDS })
  idKind?: DocumentKind;

  @IsString()
  @MaxLength(30)
  phone: string;

  /** Without it: self-employed. */
  @NamedId()
  enterpriseId?: string;

  /** The device’s own number of the employer, collected by the same person before. */
  @NamedId()
  enterpriseNumber?: string;

  @IfGiven()
  @ValidateNested()
  @Type(() => AddCertificateRequest)
  certificate?: AddCertificateRequest;
}

export class CollectedEnterprise {
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  name: string;

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

  @IsString()
  @Length(1, 64)
  @Matches(/\S/)
  contactName: string;

  @IsString()
  @MaxLength(30)
  contactPhone: string;
}

export class TypeNumberRequest {
  @IsString()
  @MaxLength(40)
  idNumber: string;

  @IfGiven()
  @IsIn(DOCUMENT_KINDS)
  @ApiPropertyOptional({ enum: DOCUMENT_KINDS })
  idKind?: DocumentKind;
}
