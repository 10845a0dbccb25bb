import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { GatewayModule } from './gateway/gateway.module';
import { CertificatesModule } from './modules/certificates/certificates.module';
import { DashboardModule } from './modules/dashboard/dashboard.module';
import { IdentityModule } from './modules/identity/identity.module';
import { JobsModule } from './modules/jobs/jobs.module';
import { PermitsModule } from './modules/permits/permits.module';
import { PermitViewsModule } from './modules/permits/views/permit-views.module';
import { RegionsModule } from './modules/regions/regions.module';
import { RegistryModule } from './modules/registry/registry.module';
import { RulesModule } from './modules/rules/rules.module';
import { SupervisionModule } from './modules/supervision/supervision.module';
import { TelemetryModule } from './modules/telemetry/telemetry.module';
import { AccessGuard } from './platform/auth/access.guard';
import type { Config } from './platform/config/config';
import type { DatabaseAddress } from './platform/database/database-address';
import { HttpModule } from './platform/http/http.module';
import { UserRateLimitGuard } from './platform/http/rate-limit';
import { PlatformModule } from './platform/platform.module';

const FEATURES = [
  IdentityModule, RegionsModule, RulesModule, RegistryModule, CertificatesModule, PermitsModule, PermitViewsModule, JobsModule,
  TelemetryModule, SupervisionModule, DashboardModule,
]; // prettier-ignore

/** The composition root: the one file that knows every room of the house. */
@Module({})
export class AppModule {
  static with(config: Config, address: DatabaseAddress): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(config, address), HttpModule, ...FEATURES, GatewayModule],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: UserRateLimitGuard },
      ],
    };
  }
}
