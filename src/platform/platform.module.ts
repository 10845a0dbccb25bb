import { type DynamicModule, Global, Module, type OnModuleInit } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import { AuditModule } from './audit/audit.module';
import { Journal } from './audit/journal';
import { Config } from './config/config';
import { dataSourceOptions } from './database/data-source';
import { DatabaseAddress } from './database/database-address';
import { numberedModules } from './database/project-files';
import { DatabaseServer } from './database/server-state';
import { StorageCheck } from './database/storage-check';
import { UnitOfWork } from './database/unit-of-work';
import { FileStore } from './files/file-store';
import { OwnPhotos } from './files/own-photos';
import { FilesModule } from './files/files.module';
import { VirusScanner } from './files/virus-scanner';
import { ClientSettingsController } from './http/client-settings.controller';
import { HealthChecks } from './http/health-checks';
import { HealthController } from './http/health.controller';
import { httpTexts } from './http/http.texts';
import { ProblemFilter } from './http/problem.filter';
import { ProblemWriter } from './http/problem';
import { Catalogue } from './i18n/catalogue';
import { ShownTextsController } from './messaging/shown-texts.controller';
import { LocalTextMessages } from './messaging/local-text-messages';
import { MailMessages } from './messaging/mail-messages';
import { GatewayTexts, GatewayWeChat, MessageGateway } from './messaging/message-gateway';
import { SmtpMail } from './messaging/smtp-mail';
import { TextMessages } from './messaging/text-messages';
import { WebhookCaller } from './messaging/webhook-caller';
import { WeChatMessages } from './messaging/wechat-messages';
import { QueueDatabase } from './database/queue-database';
import { KeyHolderStore } from './keys/key-holder.store';
import { KeyWatch } from './keys/key-watch';
import { WorkQueue } from './queue/work-queue';
import { logOptions } from './observability/log-options';
import { MachineFigures } from './observability/machine-figures';
import { Metrics } from './observability/metrics';
import { MetricsController } from './observability/metrics.controller';
import { OutboxModule } from './outbox/outbox.module';
import { Sealer } from './database/sealer';
import { Clock } from './time/clock';
import { Ids } from './time/ids';

const SHARED = [
  Clock,
  Ids,
  UnitOfWork,
  Journal,
  Catalogue,
  FileStore,
  VirusScanner,
  OwnPhotos,
  Metrics,
  DatabaseServer,
  MachineFigures,
  HealthChecks,
  ProblemWriter,
  ProblemFilter,
  LocalTextMessages,
  SmtpMail,
  MessageGateway,
  GatewayTexts,
  GatewayWeChat,
  WebhookCaller,
  QueueDatabase,
  WorkQueue,
  StorageCheck,
];

/** Everything technical that a feature may use. Nothing here knows of welding. */
@Global()
@Module({})
export class PlatformModule implements OnModuleInit {
  constructor(
    private readonly checks: HealthChecks,
    catalogue: Catalogue,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {
    catalogue.add(httpTexts);
  }

  static with(config: Config, address: DatabaseAddress): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        LoggerModule.forRoot(logOptions(config.logLevel)),
        TerminusModule.forRoot({ logger: false }),
        TypeOrmModule.forRoot({
          ...dataSourceOptions({
            url: address.url,
            poolSize: config.databasePoolSize,
            statementTimeoutMs: config.statementTimeoutMs,
          }),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        AuditModule,
        OutboxModule,
        FilesModule,
      ],
      controllers: [
        ...[HealthController, MetricsController, ClientSettingsController],
        ...(config.showTexts ? [ShownTextsController] : []),
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: DatabaseAddress, useValue: address },
        { provide: Sealer, useFactory: () => new Sealer(config) },
        KeyHolderStore,
        KeyWatch,
        { provide: TextMessages, useExisting: config.smsGatewayUrl === null ? LocalTextMessages : GatewayTexts },
        { provide: MailMessages, useExisting: SmtpMail },
        { provide: WeChatMessages, useExisting: GatewayWeChat },
        ...SHARED,
      ],
      exports: [Config, DatabaseAddress, Sealer, TextMessages, MailMessages, WeChatMessages, OutboxModule, ...SHARED],
    };
  }

  async onModuleInit(): Promise<void> {
    const wanted = (await numberedModules('migrations')).length;
    this.checks.add('database', async () => {
      await this.dataSource.query('select 1');
    });
    this.checks.add('migrations', async () => {
      const [row] = await this.dataSource.query<{ done: number }[]>('select count(*)::int as done from migrations');
      if ((row?.done ?? 0) < wanted) throw new Error(`${row?.done ?? 0} of ${wanted} migrations are done`);
    });
  }
}
