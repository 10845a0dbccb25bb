import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import {
  EXCHANGE_KINDS,
  KINDS_TAKEN_IN,
  type ExchangeKind,
  type KindTakenIn,
} from '../../../domain/exchange/exchange-kinds';

const VERDICTS = ['taken', 'waiting', 'refused'] as const;

export class ExportQuery {
  @IsIn(EXCHANGE_KINDS)
  @ApiProperty({ enum: EXCHANGE_KINDS })
  kind: ExchangeKind;
}

export class FileUpload {
  @ApiProperty({ enum: KINDS_TAKEN_IN })
  kind: KindTakenIn;

  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'CSV or XLSX with the other platform’s names as headings',
  })
  file: unknown;
}

export class FileQuery {
  /** Without it: only what would become of each row. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value))
  @IsBoolean()
  apply?: boolean;
}

export class RowVerdictView {
  line: number;

  @ApiProperty({ enum: VERDICTS })
  verdict: (typeof VERDICTS)[number];

  @ApiProperty({ type: String, nullable: true })
  code: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the heading of the column to blame' })
  field: string | null;

  @ApiProperty({ type: String, nullable: true })
  entityId: string | null;
}

export class FileVerdict {
  @ApiProperty({ type: [RowVerdictView] })
  rows: RowVerdictView[];
}
