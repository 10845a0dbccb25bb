import { Global, Module, type Provider } from '@nestjs/common';
import { IdentityModule } from '../../src/modules/identity/identity.module';
import { FactorPolicies } from '../../src/modules/identity/second-factor/factor-policies.port';
import { UserCallers } from '../../src/modules/identity/user-callers';
import { ContinueJobs } from '../../src/modules/jobs/continue-jobs';
import { JobsModule } from '../../src/modules/jobs/jobs.module';
import { WorkOfChips } from '../../src/modules/jobs/work-of-chips';
import { WorkUnderPermits } from '../../src/modules/jobs/work-under-permits';
import { ChipsAtWork } from '../../src/modules/registry/chips/chips-at-work.port';
import { RunningJobs, WorkRecords } from '../../src/modules/permits/running-jobs.port';
import { ForeseeMode } from '../../src/modules/help/forecast/foresee-mode';
import { HelpModule } from '../../src/modules/help/help.module';
import { RollOutForecast } from '../../src/modules/rules/roll-out/roll-out-forecast.port';
import { CallerDirectory } from '../../src/platform/auth/caller-directory';

/** A world without the rules asks for a second factor by its configuration alone. */
const BY_CONFIGURATION: FactorPolicies = { inForce: () => 'nobody', after: () => [] };
const ANSWERED_BY_IDENTITY: Provider[] = [
  { provide: CallerDirectory, useExisting: UserCallers },
  { provide: FactorPolicies, useValue: BY_CONFIGURATION },
];

/** The ports of `src/app.module.ts`, for a world of platform and identity alone. */
@Global()
@Module({ imports: [IdentityModule], providers: ANSWERED_BY_IDENTITY, exports: ANSWERED_BY_IDENTITY })
export class IdentityPorts {}

const ANSWERED_BY_JOBS: Provider[] = [
  { provide: WorkRecords, useExisting: WorkUnderPermits },
  { provide: RunningJobs, useExisting: ContinueJobs },
  { provide: ChipsAtWork, useExisting: WorkOfChips },
  { provide: RollOutForecast, useExisting: ForeseeMode },
];

/** The ports of `src/app.module.ts`, for a world without the device edge: such a world gives a `ChipDispatcher` of its own. */
@Global()
@Module({ imports: [IdentityPorts, JobsModule, HelpModule], providers: ANSWERED_BY_JOBS, exports: ANSWERED_BY_JOBS })
export class JobPorts {}
