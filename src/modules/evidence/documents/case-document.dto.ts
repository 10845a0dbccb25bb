import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../domain/violations/documents/case-document';
import { OFFICE_SEATS, type OfficeSeat } from '../../../domain/violations/documents/office';
import { TRADES } from '../../../domain/people/trades';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsTime } from '../../../platform/http/times.decorator';

const OFFICES = [...OFFICE_SEATS, ...TRADES] as const;

export class CaseDocumentRequest {
  @IsIn(DOCUMENT_KINDS)
  @ApiProperty({ enum: DOCUMENT_KINDS })
  kind: DocumentKind;

  /** Of an official with several departments: in whose name; left out, the first one's. */
  @IfGiven()
  @IsIn(OFFICES)
  @ApiPropertyOptional({ enum: OFFICES })
  seat?: OfficeSeat;

  /** 发文机关. It follows from the caller's department and region (rule `supervision.offices`); another one is refused. */
  @IfGiven()
  @IsString()
  @Length(2, 60)
  @Matches(/\S/)
  @ApiPropertyOptional({ example: '许昌市建安区应急管理局' })
  office?: string;

  /** 机关代字, before the year of its number; as the office. */
  @IfGiven()
  @IsString()
  @Matches(/^[\p{L}\p{N}]{1,20}$/u)
  @ApiPropertyOptional({ example: '建应急' })
  officeCode?: string;

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

/** In whose name the caller writes. */
export class CaseDocumentOffice {
  @ApiProperty({ enum: OFFICES })
  seat: OfficeSeat;

  office: string;
  officeCode: string;
}

export class CaseDocuments {
  @ApiProperty({ type: [CaseDocumentView] })
  items: CaseDocumentView[];

  /** Empty for whoever makes none. */
  @ApiProperty({ type: [CaseDocumentChoice] })
  choices: CaseDocumentChoice[];

  /** The first of the caller's own offices. */
  @ApiProperty({ type: CaseDocumentOffice, nullable: true })
  lastOffice: CaseDocumentOffice | null;

  /** The caller's own offices; empty for whoever makes no documents. */
  @ApiProperty({ type: [CaseDocumentOffice] })
  offices: CaseDocumentOffice[];
}
