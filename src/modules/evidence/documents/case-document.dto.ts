import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../domain/violations/documents/case-document';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsTime } from '../../../platform/http/times.decorator';

export class CaseDocumentRequest {
  @IsIn(DOCUMENT_KINDS)
  @ApiProperty({ enum: DOCUMENT_KINDS })
  kind: DocumentKind;

  /** 发文机关, as it stands above the document and below its text. */
  @IsString()
  @Length(2, 60)
  @Matches(/\S/)
  @ApiProperty({ example: '许昌市建安区应急管理局' })
  office: string;

  /** 机关代字, before the year of its number. */
  @IsString()
  @Matches(/^[\p{L}\p{N}]{1,20}$/u)
  @ApiProperty({ example: '建应急' })
  officeCode: string;

  /** 主送机关. Letters and circulars. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  addressee?: string;

  /** What is asked for, told, or was said; a line a paragraph. Not of exposures. */
  @IfGiven()
  @IsString()
  @MaxLength(3_000)
  content?: string;

  @IfGiven()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  talkAt?: string;

  @IfGiven()
  @IsString()
  @MaxLength(200)
  talkPlace?: string;

  /** Who took part in a talk; a line a person. */
  @IfGiven()
  @IsString()
  @MaxLength(500)
  present?: string;
}

export class CaseDocumentView {
  id: string;

  @ApiProperty({ enum: DOCUMENT_KINDS })
  kind: DocumentKind;

  @ApiProperty({ example: '建应急函〔2026〕3号' })
  number: string;

  title: string;
  office: string;

  @ApiProperty({ type: String, nullable: true })
  addressee: string | null;

  /** Of its PDF, in hexadecimal digits. */
  sha256: string;

  madeBy: string;
  madeAt: string;
}

/** A kind of document, and why it may not be made of the case now. */
export class CaseDocumentChoice {
  @ApiProperty({ enum: DOCUMENT_KINDS })
  kind: DocumentKind;

  /** In words; null: it may be made. */
  @ApiProperty({ type: String, nullable: true })
  objection: string | null;
}

/** How the caller's region signed last. */
export class CaseDocumentOffice {
  office: string;
  officeCode: string;
}

export class CaseDocuments {
  @ApiProperty({ type: [CaseDocumentView] })
  items: CaseDocumentView[];

  /** Empty for whoever makes none. */
  @ApiProperty({ type: [CaseDocumentChoice] })
  choices: CaseDocumentChoice[];

  @ApiProperty({ type: CaseDocumentOffice, nullable: true })
  lastOffice: CaseDocumentOffice | null;
}
