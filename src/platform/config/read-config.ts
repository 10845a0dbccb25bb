import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isClamdAddress } from '../files/clamd';
import { Config, PROCESS_ROLES, type ProcessRole } from './config';
import { secretsFileIn } from './kept-secrets';
import { readSecrets, type ReadSecrets } from './read-secrets';
import { Variables, type Environment } from './variables';

/** Every wrong variable in one message, so that a person mends them all at once. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads and checks the environment. Secrets that are not given are made once and kept in `DATA_DIR`. */
export function readConfig(environment: Environment): Config {
  const read = new Variables(environment);
  const open = readOpen(read);
  const secrets = read.problems.length === 0 ? readSecrets(read, open) : undefined;
  if (!secrets || read.problems.length > 0) throw new ConfigError(read.problems);
  return new Config({ ...open, ...secrets });
}

type Unread = 'embeddedSettings' | 'showTexts' | 'outsidePatienceMs' | 'searchVersion' | 'refreshKeys';
type OpenValues = Omit<Config, keyof ReadSecrets | Unread>;

function readOpen(read: Variables): OpenValues {
  const port = read.port('PORT', 3000);
  const dataDir = resolve(read.text('DATA_DIR') ?? '.data');
  const databaseUrl = read.url('DATABASE_URL', ['postgres:', 'postgresql:']);
  const tlsCert = read.file('TLS_CERT');
  const tlsKey = read.file('TLS_KEY');
  if ((tlsCert === null) !== (tlsKey === null))
    read.wrong('TLS_CERT and TLS_KEY belong together: give both or neither');
  const mqttTlsPort = read.text('MQTT_TLS_PORT') === null && tlsCert === null ? null : read.port('MQTT_TLS_PORT', 8883);
  if (mqttTlsPort !== null && tlsCert === null)
    read.wrong('MQTT_TLS_PORT needs a certificate: set TLS_CERT and TLS_KEY');
  if (read.text('AMQP_URL') !== null)
    read.wrong('AMQP_URL is not supported by this version: leave it empty, chips are served by the embedded broker');
  return {
    role: read.oneOf<ProcessRole>('ROLE', PROCESS_ROLES, 'all'),
    port,
    publicUrl: (read.url('PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    trustProxy: read.text('TRUST_PROXY') ?? 'loopback',
    requestsPerSecond: read.integer('RATE_LIMIT', 100, 1, 1_000_000),
    requireTotp: requireTotp(read),
    metricsToken: read.longText('METRICS_TOKEN', 16),
    logLevel: read.oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    dataDir,
    secretsFile: secretsFile(read, dataDir, databaseUrl),
    auditCopyDir: read.text('AUDIT_COPY_DIR') === null ? null : resolve(read.text('AUDIT_COPY_DIR') ?? ''),
    databaseUrl,
    databaseDirectUrl: read.url('DATABASE_DIRECT_URL', ['postgres:', 'postgresql:']) ?? databaseUrl,
    databasePoolSize: read.integer('DATABASE_POOL_SIZE', 10, 1, 1_000),
    statementTimeoutMs: read.integer('DATABASE_STATEMENT_TIMEOUT_MS', 30_000, 100, 3_600_000),
    mqttPort: read.port('MQTT_PORT', 1883),
    mqttBind: read.text('MQTT_BIND') ?? '127.0.0.1',
    mqttTlsPort,
    tlsCert,
    tlsKey,
    mqttClientCa: clientAuthority(read, mqttTlsPort),
    clamdAddress: clamdAddress(read),
    leakedPasswordsFile: read.file('LEAKED_PASSWORDS'),
    adminPassword: read.password('ADMIN_PASSWORD'),
    demoPassword: read.password('DEMO_PASSWORD'),
    ...readOutside(read),
    tileUrl: read.tileUrl('TILE_URL'),
    displayTimeZone: read.timeZone('TZ_DISPLAY', 'Asia/Shanghai'),
  };
}

/** Beside an embedded database there is one always. */
function secretsFile(read: Variables, dataDir: string, databaseUrl: string | null): string | null {
  const given = read.text('SECRETS_FILE');
  if (given !== null && databaseUrl === null)
    read.wrong('SECRETS_FILE belongs to DATABASE_URL: beside the embedded database the secrets lie in DATA_DIR');
  if (given !== null && !existsSync(given)) read.wrong(`SECRETS_FILE: there is no ${given}`);
  return given === null ? (databaseUrl === null ? secretsFileIn(dataDir) : null) : resolve(given);
}

function clientAuthority(read: Variables, mqttTlsPort: number | null): string | null {
  const path = read.file('MQTT_CLIENT_CA');
  if (path !== null && mqttTlsPort === null)
    read.wrong('MQTT_CLIENT_CA: certificates of chips are shown over TLS only: set TLS_CERT and TLS_KEY');
  return path;
}

function clamdAddress(read: Variables): string | null {
  const address = read.text('CLAMD_ADDRESS');
  if (address !== null && !isClamdAddress(address))
    read.wrong('CLAMD_ADDRESS must be the path of a unix socket, or host:port');
  return address;
}

type Outside = Pick<
  Config,
  'smtpUrl' | 'mailFrom' | 'webhookHosts' | 'smsGatewayUrl' | 'wechatGatewayUrl' | 'messageGatewaySecret'
>;

/** Mail, the operator's gateways, and what webhooks may reach. */
function readOutside(read: Variables): Outside {
  const smtpUrl = read.url('SMTP_URL', ['smtp:', 'smtps:']);
  const mailFrom = read.text('MAIL_FROM');
  if (smtpUrl !== null && mailFrom === null)
    read.wrong('MAIL_FROM: say whom e-mail comes from, for instance hanan@example.gov.cn');
  const hosts = (read.text('WEBHOOK_HOSTS') ?? '').split(',').map((host) => host.trim());
  const smsGatewayUrl = read.url('SMS_GATEWAY_URL', ['http:', 'https:']);
  const wechatGatewayUrl = read.url('WECHAT_GATEWAY_URL', ['http:', 'https:']);
  const messageGatewaySecret = read.longText('MESSAGE_GATEWAY_SECRET', 32);
  if ((smsGatewayUrl ?? wechatGatewayUrl) !== null && messageGatewaySecret === null)
    read.wrong('MESSAGE_GATEWAY_SECRET: give the secret that your gateway checks, 32 characters or more');
  return {
    ...{ smtpUrl, mailFrom, webhookHosts: hosts.filter((host) => host !== '') },
    ...{ smsGatewayUrl, wechatGatewayUrl, messageGatewaySecret },
  };
}

/** Not set: the rule book decides. `true` means officials: an official decides over others. */
function requireTotp(read: Variables): Config['requireTotp'] {
  const given = ['by-rule', 'nobody', 'officials', 'everyone', 'true', '1', 'false', '0'] as const;
  const text = read.oneOf<(typeof given)[number]>('REQUIRE_TOTP', given, 'by-rule');
  if (text === 'true' || text === '1') return 'officials';
  return text === 'false' || text === '0' ? 'nobody' : text;
}
