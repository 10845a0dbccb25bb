import { Module } from '@nestjs/common';
import { ExchangeModule } from '../modules/exchange/exchange.module';
import { JobsModule } from '../modules/jobs/jobs.module';
import { RegistryModule } from '../modules/registry/registry.module';
import { SupervisionModule } from '../modules/supervision/supervision.module';
import { TelemetryModule } from '../modules/telemetry/telemetry.module';
import { WireModule } from '../modules/wire/wire.module';
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
import { LostArcsWatch } from './lost-arcs-watch';
import { TakeVendorMessages } from './vendors/take-messages';
import { VendorsController } from './vendors/vendors.controller';
import { Silence } from './silence';
import { TakeoverAlarm } from './takeover-alarm';

/** The device edge. */
@Module({
  imports: [RegistryModule, JobsModule, TelemetryModule, WireModule, SupervisionModule, ExchangeModule],
  controllers: [VendorsController],
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
    Ingest,
    Silence,
    LostArcsWatch,
    Gateway,
    TakeVendorMessages,
  ],
  exports: [Dispatcher, Broker],
})
export class GatewayModule {}
