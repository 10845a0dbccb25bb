import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '../../../platform/http/page';

export class RejectedChipLine {
  /** Counted from 1, with the header, as an editor shows it. */
  line: number;
  code: string;
}

export class ChipImportView {
  accepted: number;

  @ApiProperty({ type: [RejectedChipLine] })
  rejected: RejectedChipLine[];

  /** Came in all the same, but look odd. Missing where none does. */
  @ApiPropertyOptional({ type: [RejectedChipLine] })
  warned?: RejectedChipLine[];
}

export class ChipQuery extends PageQuery {
  /** Part of the number, or the whole batch. */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  q?: string;

  @IsOptional()
  @IsIn(['true', 'false'])
  bound?: 'true' | 'false';
}

export class ChipView {
  chipNo: string;
  model: string;
  batch: string;
  blocked: boolean;
  importedAt: string;

  @ApiProperty({ type: String, nullable: true })
  machineId: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineName: string | null;

  @ApiProperty({ type: String, nullable: true })
  boundAt: string | null;
}

export class ChipPage {
  @ApiProperty({ type: [ChipView] })
  items: ChipView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
