import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import {
  IMPORT_KINDS,
  IMPORT_STATES,
  VERDICTS,
  type ImportKind,
  type ImportState,
  type Verdict,
} from '../../domain/imports/import';
import { PageQuery } from '../../platform/http/page';

export class ImportUpload {
  @ApiProperty({ enum: IMPORT_KINDS })
  kind: ImportKind;

  @ApiProperty({ type: 'string', format: 'binary', description: 'XLSX or CSV, at most 32 MB and 250,000 rows' })
  file: unknown;
}

export class TemplateQuery {
  @IsIn(IMPORT_KINDS)
  @ApiProperty({ enum: IMPORT_KINDS })
  kind: ImportKind;
}

export class ImportRowsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: VERDICTS })
  @IsOptional()
  @IsIn(VERDICTS)
  verdict?: Verdict;
}

export class ImportCounts {
  created: number;
  same: number;
  warned: number;
  refused: number;
}

export class ImportProgress {
  /** Read so far. */
  rows: number;

  @ApiProperty({ type: Number, nullable: true, description: 'known once all of the file is read' })
  totalRows: number | null;

  /** Rows that come in when the import is applied. */
  toApply: number;

  /** Of these, how many are settled. */
  applied: number;
}

export class ImportView {
  id: string;

  @ApiProperty({ enum: IMPORT_KINDS })
  kind: ImportKind;

  @ApiProperty({ enum: IMPORT_STATES })
  state: ImportState;

  fileName: string;

  @ApiProperty({ type: String, nullable: true, description: 'the sheet that is read; empty for CSV' })
  sheet: string | null;

  /** Headings that the platform does not know; what stands below them is left out. */
  ignored: string[];

  /** Other sheets of the workbook that hold such a list, hidden ones too. They are not read. */
  leftSheets: string[];

  counts: ImportCounts;

  progress: ImportProgress;

  @ApiProperty({ type: String, nullable: true, description: 'why the file cannot be imported' })
  fault: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the fault in words' })
  message: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: string | null;
}

export class ImportPage {
  @ApiProperty({ type: [ImportView] })
  items: ImportView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ImportRowView {
  /** As the spreadsheet program counts. */
  line: number;

  @ApiProperty({ enum: VERDICTS })
  verdict: Verdict;

  @ApiProperty({ type: String, nullable: true })
  code: string | null;

  @ApiProperty({ type: String, nullable: true })
  field: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the heading of the field' })
  fieldName: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the code in words' })
  message: string | null;

  /** What a person recognises the row by. */
  label: string;

  @ApiProperty({ type: String, nullable: true, description: 'the thing or person of the register' })
  entityId: string | null;

  /** Whether it waits to be written. */
  comesIn: boolean;
}

export class ImportRowPage {
  @ApiProperty({ type: [ImportRowView] })
  items: ImportRowView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
