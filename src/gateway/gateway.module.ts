import { Global, Module } from '@nestjs/common';
import { ChipDispatcher } from '../modules/jobs/chip-dispatcher.port';
import { JobsModule } from '../modules/jobs/jobs.module';
import { RegistryModule } from '../modules/registry/registry.module';
import { SupervisionModule } from '../modules/supervision/supervision.module';
import { TelemetryModule } from '../modules/telemetry/telemetry.module';
import { Acks } from './acks';
import { Broker } from './broker';
import { ChipLogin } from './chip-login';
import { Dispatcher } from './dispatcher';
import { Gateway } from './gateway';
import { GatewayMetrics } from './gateway-metrics';
import { Ingest } from './ingest';
import { IngestBatch } from './ingest-batch';
import { Intake } from './intake';
import { PatientIngest } from './patient-ingest';
import { Sessions } from './sessions';
import { Silence } from './silence';
import { TakeoverAlarm } from './takeover-alarm';

/** The device edge. Global, because jobs ask for a `ChipDispatcher` without knowing who it is. */
@Global()
@Module({
  imports: [RegistryModule, JobsModule, TelemetryModule, SupervisionModule],
  providers: [
    GatewayMetrics,
    Sessions,
    ChipLogin,
    TakeoverAlarm,
    Intake,
    Broker,
    IngestBatch,
    PatientIngest,
    Acks,
    Dispatcher,
    { provide: ChipDispatcher, useExisting: Dispatcher },
    Ingest,
    Silence,
    Gateway,
  ],
  exports: [ChipDispatcher, Broker],
})
export class GatewayModule {}
