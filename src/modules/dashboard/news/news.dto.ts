import { ApiProperty } from '@nestjs/swagger';
import { KINDS, type ViolationKind } from '../../../domain/violations/violation-kinds';

/** What a desk wants to see as it happens; other events only say that a page should be read again. */
export const NEWS = ['violation.raised', 'job.started', 'job.ended', 'chip.silent', 'permit.changed'] as const;
export type NewsType = (typeof NEWS)[number];

export class NewsItem {
  /** Of the event. */
  id: string;

  @ApiProperty({ enum: NEWS })
  type: NewsType;

  @ApiProperty({ format: 'date-time' })
  at: string;

  /** `violation`, `job`, `permit`, `chip`: what the event is about. */
  entity: string;
  entityId: string;

  @ApiProperty({ enum: KINDS, nullable: true })
  violationKind: ViolationKind | null;

  @ApiProperty({ type: String, nullable: true, description: 'state of the permit now' })
  permitState: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'place of the permit or area, else the region' })
  placeName: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineId: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineModel: string | null;

  @ApiProperty({ type: String, nullable: true })
  permitId: string | null;
}

export class NewsPage {
  /** The newest first. */
  @ApiProperty({ type: [NewsItem] })
  items: NewsItem[];
}
