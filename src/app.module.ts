import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Dispatcher } from './gateway/dispatcher';
import { GatewayModule } from './gateway/gateway.module';
import { CertificateChecksModule } from './modules/certificates/checks/certificate-checks.module';
import { CertificatesModule } from './modules/certificates/certificates.module';
import { CollectionModule } from './modules/collection/collection.module';
import { ContractsModule } from './modules/contracts/contracts.module';
import { DashboardModule } from './modules/dashboard/dashboard.module';
import { EvidenceModule } from './modules/evidence/evidence.module';
import { ExchangeModule } from './modules/exchange/exchange.module';
import { FittingModule } from './modules/fitting/fitting.module';
import { IdentityModule } from './modules/identity/identity.module';
import { UserCallers } from './modules/identity/user-callers';
import { ImportsModule } from './modules/imports/imports.module';
import { ChipDispatcher } from './modules/jobs/chip-dispatcher.port';
import { ContinueJobs } from './modules/jobs/continue-jobs';
import { ReportsModule } from './modules/reports/reports.module';
import { InspectionsModule } from './modules/inspections/inspections.module';
import { NoticesModule } from './modules/notices/notices.module';
import { OperationsModule } from './modules/operations/operations.module';
import { PrivacyModule } from './modules/privacy/privacy.module';
import { InventoryModule } from './modules/inventory/inventory.module';
import { JobsModule } from './modules/jobs/jobs.module';
import { WorkOfChips } from './modules/jobs/work-of-chips';
import { WorkUnderPermits } from './modules/jobs/work-under-permits';
import { LedgerModule } from './modules/ledger/ledger.module';
import { OutagesModule } from './modules/outages/outages.module';
import { OversightModule } from './modules/oversight/oversight.module';
import { PermitsModule } from './modules/permits/permits.module';
import { RunningJobs, WorkRecords } from './modules/permits/running-jobs.port';
import { PermitViewsModule } from './modules/permit-views/permit-views.module';
import { GridsModule } from './modules/regions/grids/grids.module';
import { RegionsModule } from './modules/regions/regions.module';
import { ChipsAtWork } from './modules/registry/chips/chips-at-work.port';
import { RegistrationsModule } from './modules/registrations/registrations.module';
import { RegistryModule } from './modules/registry/registry.module';
import { SelfChecksModule } from './modules/self-checks/self-checks.module';
import { SitesModule } from './modules/sites/sites.module';
import { ForeseeMode } from './modules/help/forecast/foresee-mode';
import { RecencyModule } from './modules/recency/recency.module';
import { HelpModule } from './modules/help/help.module';
import { FactorPoliciesOfRules } from './modules/rules/factor-policies-of-rules';
import { FactorPolicies } from './modules/identity/second-factor/factor-policies.port';
import { RollOutForecast } from './modules/rules/roll-out/roll-out-forecast.port';
import { RulesModule } from './modules/rules/rules.module';
import { SupervisionModule } from './modules/supervision/supervision.module';
import { TelemetryModule } from './modules/telemetry/telemetry.module';
import { TipsModule } from './modules/tips/tips.module';
import { TrainingModule } from './modules/training/training.module';
import { WireModule } from './modules/wire/wire.module';
import { AccessGuard } from './platform/auth/access.guard';
import { CallerDirectory } from './platform/auth/caller-directory';
import type { Config } from './platform/config/config';
import type { DatabaseAddress } from './platform/database/database-address';
import { HttpModule } from './platform/http/http.module';
import { UserRateLimitGuard } from './platform/http/rate-limit';
import { PlatformModule } from './platform/platform.module';

/** In the order of `modules/order.json`, each once. */
const FEATURES = [
  IdentityModule, RegionsModule, GridsModule, RulesModule, RegistryModule, SitesModule, ContractsModule, CertificatesModule, ImportsModule,
  RegistrationsModule, CollectionModule, TrainingModule, PermitsModule, PermitViewsModule, JobsModule, HelpModule,
  TelemetryModule, FittingModule, WireModule, SupervisionModule, EvidenceModule, OutagesModule, InspectionsModule, TipsModule, InventoryModule,
  IdentityModule, RegionsModule, GridsModule, RulesModule, RegistryModule, SitesModule, CertificatesModule, ImportsModule,
  RegistrationsModule, CollectionModule, TrainingModule, PermitsModule, PermitViewsModule, JobsModule, HelpModule, RecencyModule,
  TelemetryModule, FittingModule, SupervisionModule, EvidenceModule, OutagesModule, InspectionsModule, TipsModule, InventoryModule,
  OversightModule, CertificateChecksModule, ReportsModule, DashboardModule,
  TelemetryModule, FittingModule, SupervisionModule, EvidenceModule, OutagesModule, SelfChecksModule, InspectionsModule, TipsModule, InventoryModule,
  OversightModule, CertificateChecksModule, ReportsModule, LedgerModule, DashboardModule,
  TelemetryModule, FittingModule, SupervisionModule, OutagesModule, InspectionsModule, TipsModule, NoticesModule, ExchangeModule, InventoryModule,
  CertificateChecksModule, ReportsModule, PrivacyModule, DashboardModule, OperationsModule,
]; // prettier-ignore

/** What a room asks of one that comes after it, and who answers there. */
const PORTS: Provider[] = [
  { provide: CallerDirectory, useExisting: UserCallers },
  { provide: WorkRecords, useExisting: WorkUnderPermits },
  { provide: RunningJobs, useExisting: ContinueJobs },
  { provide: ChipsAtWork, useExisting: WorkOfChips },
  { provide: FactorPolicies, useExisting: FactorPoliciesOfRules },
  { provide: RollOutForecast, useExisting: ForeseeMode },
  { provide: ChipDispatcher, useExisting: Dispatcher },
];

/** Global, because the room that asks must not import the room that answers. */
@Global()
@Module({
  imports: [IdentityModule, RulesModule, JobsModule, HelpModule, GatewayModule],
  providers: PORTS,
  exports: PORTS,
})
class Ports {}

/** The composition root: the one file that knows every room of the house. */
@Module({})
export class AppModule {
  static with(config: Config, address: DatabaseAddress): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(config, address), HttpModule, ...FEATURES, GatewayModule, Ports],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: UserRateLimitGuard },
      ],
    };
  }
}
