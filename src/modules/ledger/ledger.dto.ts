import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { IsDay } from '../../platform/http/times.decorator';

export class LedgerQuery {
  /** Without it a year before `to`. */
  @IfGiven()
  @IsDay()
  @ApiPropertyOptional({ format: 'date' })
  from?: string;

  /** The last day; without it today. */
  @IfGiven()
  @IsDay()
  @ApiPropertyOptional({ format: 'date' })
  to?: string;
}

/** What stands on the first page of an enterprise: its own figures, what is open, what expires. */
export class LedgerSummary {
  enterpriseId: string;
  enterpriseName: string;

  welders: number;
  machines: number;
  contractedWelders: number;
  contractedMachines: number;

  /** Verified certificates that end within 90 days, or have ended within a year, with no newer one. */
  certificatesEnding: number;
  /** Safety checks of machines due within 90 days or past. */
  checksEnding: number;
  /** Welders whose training ends within 90 days or has ended. */
  trainingEnding: number;

  /** Permits that are neither closed nor given up. */
  permitsOpen: number;
  casesOpen: number;
  casesOverdue: number;
  selfChecksDue: number;
  selfChecksOverdue: number;
  reportsOpen: number;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  drillDueOn: string | null;

  /** Contracts that run without a valid safety agreement. */
  agreementsMissing: number;

  /** Jobs and hours of burning arc of the last 30 days. */
  monthJobs: number;
  monthArcMs: number;
  monthRefused: number;
}
