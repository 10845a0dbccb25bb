import { resolve } from 'node:path';
import { Config, PROCESS_ROLES, type ProcessRole, type Secrets } from './config';
import { keptSecrets, SECRET_NAMES, type SecretName, type SecretTexts } from './kept-secrets';
import { readUnlockKey, type UnlockKey } from './unlock-key';
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

type OpenValues = Omit<Config, keyof ReadSecrets | 'embeddedSettings' | 'showTexts' | 'outsidePatienceMs'>;
type ReadSecrets = Secrets & Pick<Config, 'tipKeys'>;

function readOpen(read: Variables): OpenValues {
  const port = read.port('PORT', 3000);
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
    dataDir: resolve(read.text('DATA_DIR') ?? '.data'),
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
    adminPassword: read.password('ADMIN_PASSWORD'),
    demoPassword: read.password('DEMO_PASSWORD'),
    ...readOutside(read),
    tileUrl: read.tileUrl('TILE_URL'),
    displayTimeZone: read.timeZone('TZ_DISPLAY', 'Asia/Shanghai'),
  };
}

function clientAuthority(read: Variables, mqttTlsPort: number | null): string | null {
  const path = read.file('MQTT_CLIENT_CA');
  if (path !== null && mqttTlsPort === null)
    read.wrong('MQTT_CLIENT_CA: certificates of chips are shown over TLS only: set TLS_CERT and TLS_KEY');
  return path;
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

function readSecrets(read: Variables, { role, dataDir, databaseUrl }: OpenValues): ReadSecrets | undefined {
  const given: SecretTexts = {};
  for (const name of SECRET_NAMES) given[name] = read.text(name) ?? undefined;
  if (databaseUrl === null && role !== 'all')
    read.wrong(`ROLE=${role} needs DATABASE_URL: several processes share one external database`);
  const shared = databaseUrl !== null || role !== 'all';
  if (shared) askForAll(read, given);
  if (read.problems.length > 0) return undefined;
  const texts: SecretTexts = shared ? given : keptSecrets(dataDir, given);
  return {
    jwtSecret: jwtSecret(read, texts.JWT_SECRET ?? ''),
    masterKeys: versionedKeys(read, 'MASTER_KEY', texts.MASTER_KEY ?? ''),
    tipKeys: versionedKeys(read, 'TIP_KEY', texts.TIP_KEY ?? ''),
    searchKey: key32(read, 'SEARCH_KEY', texts.SEARCH_KEY ?? ''),
    unlockKeys: (['UNLOCK_SIGNING_KEY', 'UNLOCK_SIGNING_KEY_B'] as const).flatMap((name) =>
      unlockKey(read, name, texts[name]),
    ),
  };
}

/** `true` means officials: an official decides over others. */
function requireTotp(read: Variables): Config['requireTotp'] {
  const text = read.oneOf('REQUIRE_TOTP', ['false', 'true', '0', '1', 'nobody', 'officials', 'everyone'], 'false');
  if (text === 'everyone') return 'everyone';
  return ['true', '1', 'officials'].includes(text) ? 'officials' : 'nobody';
}

function askForAll(read: Variables, given: SecretTexts): void {
  for (const name of SECRET_NAMES)
    if (name !== 'UNLOCK_SIGNING_KEY_B' && given[name] === undefined)
      read.wrong(
        `${name} must be given when DATABASE_URL or ROLE is set: all processes and restarts need the same one`,
      );
}

function jwtSecret(read: Variables, text: string): string {
  if (text.length < 32) read.wrong('JWT_SECRET must have at least 32 characters');
  return text;
}

/** `1:<base64>,2:<base64>`: keys by version; a bare key is version 1. */
function versionedKeys(read: Variables, name: SecretName, text: string): Map<number, Buffer> {
  const keys = new Map<number, Buffer>();
  for (const part of text.split(',')) {
    const [, version = '1', key = ''] = /^(?:(\d+):)?(.*)$/.exec(part.trim()) ?? [];
    keys.set(Number(version), key32(read, name, key));
  }
  return keys;
}

function key32(read: Variables, name: string, text: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (key.length !== 32)
    read.wrong(`${name} must be 32 bytes in base64 or hex, for instance from: openssl rand -base64 32`);
  return key;
}

function unlockKey(read: Variables, name: SecretName, text: string | undefined): UnlockKey[] {
  if (text === undefined) return [];
  try {
    return [readUnlockKey(text)];
  } catch {
    read.wrong(
      `${name} must be an Ed25519 private key as PEM or JWK, for instance from: openssl genpkey -algorithm ed25519`,
    );
    return [];
  }
}
