import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import {
  CERTIFICATE_COUNTS, CHIP_STATES, DUE_STATES, EMPLOYMENTS, INVENTORY_KINDS, VALID,
  type CertificateCount, type ChipState, type DueState, type Employment, type InventoryKind,
} from '../../domain/inventory/inventory'; // prettier-ignore
import { INDUSTRIES, type Industry } from '../../domain/registry/industry';
import { MACHINE_STATUSES, PROCESSES, type MachineStatus, type Process } from '../../domain/registry/machine';
import { WELDER_STATUSES, type WelderStatus } from '../../domain/registry/welder';
import { PageQuery } from '../../platform/http/page';
import { REGION_CODE } from '../../kernel/region-code';

export class InventoryCountsQuery {
  @IsIn(INVENTORY_KINDS)
  @ApiProperty({ enum: INVENTORY_KINDS })
  kind: InventoryKind;

  /** Narrows the caller’s own region. */
  @IsOptional()
  @Matches(REGION_CODE)
  regionCode?: string;
}

/** What both lists can be narrowed by. */
class InventoryQuery extends PageQuery {
  @IsOptional()
  @Matches(REGION_CODE)
  regionCode?: string;

  @IsOptional()
  @IsIn(INDUSTRIES)
  @ApiPropertyOptional({ enum: INDUSTRIES })
  industry?: Industry;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  enterpriseId?: string;

  /** Safety check or certificate ends within so many days from today; what is over already is not among them. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3660)
  dueWithin?: number;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  q?: string;
}

export class MachineInventoryQuery extends InventoryQuery {
  /** Without it: all but the scrapped ones. */
  @IsOptional()
  @IsIn(MACHINE_STATUSES)
  @ApiPropertyOptional({ enum: MACHINE_STATUSES })
  status?: MachineStatus;

  @IsOptional()
  @IsIn(CHIP_STATES)
  @ApiPropertyOptional({ enum: CHIP_STATES })
  chip?: ChipState;

  @IsOptional()
  @IsIn(DUE_STATES)
  @ApiPropertyOptional({ enum: DUE_STATES })
  inspection?: DueState;

  @IsOptional()
  @IsIn(PROCESSES)
  @ApiPropertyOptional({ enum: PROCESSES })
  process?: Process;
}

export class WelderInventoryQuery extends InventoryQuery {
  @IsOptional()
  @IsIn(WELDER_STATUSES)
  @ApiPropertyOptional({ enum: WELDER_STATUSES })
  status?: WelderStatus;

  @IsOptional()
  @IsIn([...CERTIFICATE_COUNTS, VALID])
  @ApiPropertyOptional({ enum: [...CERTIFICATE_COUNTS, VALID] })
  certificate?: CertificateCount | typeof VALID;

  @IsOptional()
  @IsIn([...DUE_STATES, VALID])
  @ApiPropertyOptional({ enum: [...DUE_STATES, VALID] })
  training?: DueState | typeof VALID;

  @IsOptional()
  @IsIn(EMPLOYMENTS)
  @ApiPropertyOptional({ enum: EMPLOYMENTS })
  employment?: Employment;
}

export class RegionCounts {
  /** A child of the region; the region’s own code for what is registered at no child of it. */
  code: string;
  name: string;
  total: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'number' } },
    description: 'by dimension and value; the values of each dimension add up to the total, of `status` with what is scrapped',
  }) // prettier-ignore
  counts: Record<string, Record<string, number>>;
}

export class InventoryCounts {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: INVENTORY_KINDS })
  kind: InventoryKind;

  /** All of it. */
  @ApiProperty({ type: RegionCounts })
  sum: RegionCounts;

  /** Its parts; empty for an enterprise, and where a region has none. */
  @ApiProperty({ type: [RegionCounts] })
  parts: RegionCounts[];
}

class InventoryItem {
  id: string;
  code: string;
  regionCode: string;
  regionName: string;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  @ApiProperty({ enum: INDUSTRIES })
  industry: Industry;
}

export class InventoryMachine extends InventoryItem {
  model: string;

  @ApiProperty({ type: String, nullable: true })
  serialNumber: string | null;

  @ApiProperty({ enum: MACHINE_STATUSES })
  status: MachineStatus;

  @ApiProperty({ enum: PROCESSES })
  process: Process;

  @ApiProperty({ enum: CHIP_STATES })
  chip: ChipState;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  inspectionDueOn: string | null;

  @ApiProperty({ enum: DUE_STATES })
  inspection: DueState;
}

export class InventoryWelder extends InventoryItem {
  name: string;

  @ApiProperty({ enum: WELDER_STATUSES })
  status: WelderStatus;

  @ApiProperty({ enum: CERTIFICATE_COUNTS })
  certificate: CertificateCount;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  certificateUntil: string | null;

  @ApiProperty({ enum: DUE_STATES })
  training: DueState;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  trainingUntil: string | null;
}

export class InventoryMachinePage {
  /** By region, and within it the oldest record first. */
  @ApiProperty({ type: [InventoryMachine] })
  items: InventoryMachine[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class InventoryWelderPage {
  /** By region, and within it the oldest record first. */
  @ApiProperty({ type: [InventoryWelder] })
  items: InventoryWelder[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
