import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

export class StatisticsQuery {
  /** Narrows the caller’s own region. */
  @IsOptional()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;
}

export class TownStatistics {
  /** Nine digits; shorter where things are registered at the county itself. */
  code: string;
  name: string;
  machines: number;
  machinesWithChip: number;
  welders: number;

  /** With a checked certificate that holds today. */
  weldersCertified: number;
}

export class DayStatistics {
  /** A day in China. */
  @ApiProperty({ format: 'date' })
  day: string;

  jobs: number;
  refused: number;
  violations: number;
}

export class ChipStatistics {
  /** Bound to a machine that is not scrapped. */
  bound: number;

  /** Heard of within the time after which a chip counts as offline. */
  heard: number;

  /** Silent during a job. */
  silent: number;

  /** When `heard` and `silent` were counted: in a region once a minute. */
  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class PermitStatistics {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'permits that are not over' })
  byState: Record<string, number>;
}

export class RefusalCause {
  code: string;
  count: number;
}

/** People who hold all they need and were kept from working by circumstances alone; the aim is 0.5 %. */
export class HonestRefusals {
  /** Attempts today that were allowed, or refused by circumstances alone. */
  scans: number;
  refused: number;

  /** 0 to 1. */
  share: number;

  @ApiProperty({ type: [RefusalCause] })
  byCause: RefusalCause[];
}

export class HonestDay {
  @ApiProperty({ format: 'date' })
  day: string;

  /** Attempts that were allowed, or refused by circumstances alone. */
  scans: number;
  refused: number;

  @ApiProperty({ type: [RefusalCause] })
  byCause: RefusalCause[];
}

export class HonestDays {
  @ApiProperty({ type: [HonestDay], description: 'the last 14 days, today last' })
  days: HonestDay[];
}

export class Overview {
  @ApiProperty({ format: 'date-time' })
  at: string;

  running: number;
  jobsToday: number;
  refusedToday: number;
  offPlatformToday: number;
  openViolations: number;

  @ApiProperty({ type: ChipStatistics })
  chips: ChipStatistics;

  @ApiProperty({ type: PermitStatistics })
  permits: PermitStatistics;

  @ApiProperty({ type: HonestRefusals })
  honestRefused: HonestRefusals;

  @ApiProperty({ type: [TownStatistics] })
  towns: TownStatistics[];

  /** The last 14 days, the oldest first. */
  @ApiProperty({ type: [DayStatistics] })
  trend: DayStatistics[];
}

export class LiveJob {
  id: string;
  machineId: string;
  machineCode: string;
  model: string;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  @ApiProperty({ type: Number, nullable: true })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lng: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'amperes now: 0 without an arc, null where it burns and was not measured yet',
  })
  currentA: number | null;

  arcOn: boolean;

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({ format: 'date-time' })
  workUntil: string;
}

export class LiveJobs {
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** The newest first. */
  @ApiProperty({ type: [LiveJob] })
  items: LiveJob[];

  /** There are more than are shown. */
  more: boolean;
}
