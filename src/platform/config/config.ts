import type { Instant } from '../../kernel/time';
import type { UnlockKey } from './unlock-key';

export const PROCESS_ROLES = ['all', 'api', 'ingest', 'worker'] as const;
/** What a process does: `api` answers people, `ingest` talks with chips, `worker` runs what time brings about. */
export type ProcessRole = (typeof PROCESS_ROLES)[number];

/** The configuration of this process, complete and checked. Made from the environment by `readConfig`, in tests from values. */
export class Config {
  readonly role: ProcessRole = 'all';
  /** HTTP; 0 takes any free port. */
  readonly port: number = 3000;
  /** The address of this installation for people and QR codes, without a slash at the end. */
  readonly publicUrl: string = 'http://localhost:3000';
  /** Proxies that are trusted to tell the caller's address (`X-Forwarded-For`): addresses, ranges or `loopback`. */
  readonly trustProxy: string = 'loopback';
  readonly requestsPerSecond: number = 100;
  /** Who needs a second factor to sign in, `by-rule` where the rule book says it; whoever set one up is always asked. */
  readonly requireTotp: 'by-rule' | 'nobody' | 'officials' | 'everyone' = 'nobody';
  /** What a scraper on another machine shows for `/metrics`; `null`: this machine alone reads it. */
  readonly metricsToken: string | null = null;
  readonly logLevel: string = 'info';

  readonly dataDir: string = '.data';
  /** Where the end of the audit chain is remembered a second time, best on another disk; `null`: in `dataDir`. */
  readonly auditCopyDir: string | null = null;
  /** `null`: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null = null;
  /** Past PgBouncer, for migrations; the same as `databaseUrl` where there is none. */
  readonly databaseDirectUrl: string | null = null;
  readonly databasePoolSize: number = 10;
  readonly statementTimeoutMs: number = 30_000;
  /** Settings of the embedded server, as for `postgres -c`. */
  readonly embeddedSettings: Readonly<Record<string, string>> = {};

  /** Plain MQTT; 0 takes any free port. */
  readonly mqttPort: number = 1883;
  readonly mqttBind: string = '127.0.0.1';
  /** `null` without a certificate. */
  readonly mqttTlsPort: number | null = null;
  /** Paths of PEM files. */
  readonly tlsCert: string | null = null;
  readonly tlsKey: string | null = null;
  /** Path of the certificates (PEM) of whoever issues certificates to chips; `null`: chips show passwords. */
  readonly mqttClientCa: string | null = null;

  /** Path of a sorted list of leaked passwords by their SHA-1; `null`: they are not compared. */
  readonly leakedPasswordsFile: string | null = null;
  /** Where clamd listens, a unix socket or `host:port`; `null`: uploads are not scanned for viruses. */
  readonly clamdAddress: string | null = null;

  /** A file (JSON, 0600) with the secrets that the environment does not give; a running process reads it again when it changes. `null`: none. */
  readonly secretsFile: string | null = null;
  /** Signs access tokens. */
  readonly jwtSecret: string;
  /** Whose tokens are taken, too: the secret before, until its last token has ended, or (`null`) the one to come. */
  readonly otherJwtSecret: { readonly secret: string; readonly until: Instant | null } | null = null;
  /** AES-256 keys by version. */
  readonly masterKeys: ReadonlyMap<number, Buffer>;
  /** The version that seals; `null`: the highest. */
  readonly masterSeals: number | null = null;
  /** The first key of the search hashes; the first keys that the audit trail and evidence are signed by are derived from it. */
  readonly searchKey: Buffer;
  /** Those laid over it since, oldest first ([ADR 44](../../../docs/adr/0044-search-keys-in-layers.md)). */
  readonly laterSearchKeys: readonly Buffer[] = [];
  /** What later keys of the audit trail and of evidence are derived from, by version from 2 on. None is ever taken away. */
  readonly signingKeys: ReadonlyMap<number, Buffer> = new Map();
  /** The version that signs. */
  readonly signingVersion: number = 1;
  /** How many search keys, from the first on, the hashes in the database are made with. The database says it. */
  readonly searchVersion: number = 1;
  /** Reads the secrets again where something was met that they do not open; nothing where there is no file. */
  readonly refreshKeys: () => void = () => undefined;
  /** Ed25519: the first signs unlock tokens, the others can be installed on chips to take over. */
  readonly unlockKeys: readonly UnlockKey[];
  /** AES-256 keys by version, for the identity of people who report tips. The other keys do not open it. */
  readonly tipKeys: ReadonlyMap<number, Buffer> = new Map();
  /** The version that seals; `null`: the highest. */
  readonly tipSeals: number | null = null;

  /** Of the user `admin` on an empty database; `null`: one is made and printed once. */
  readonly adminPassword: string | null = null;
  readonly demoPassword: string | null = null;
  /** The server that takes e-mail, `smtp://` or `smtps://`; `null`: no e-mail is sent. */
  readonly smtpUrl: string | null = null;
  /** Whom e-mail comes from. */
  readonly mailFrom: string | null = null;
  /** The operator's own gateway of text messages; `null`: they end in a file. */
  readonly smsGatewayUrl: string | null = null;
  /** The operator's own gateway of WeChat; `null`: nobody is offered it. */
  readonly wechatGatewayUrl: string | null = null;
  /** Signs what goes to these gateways. */
  readonly messageGatewaySecret: string | null = null;
  /** Hosts with their port that webhooks may call although they are not public. */
  readonly webhookHosts: readonly string[] = [];
  /** How long a mail server or another system may take to answer. */
  readonly outsidePatienceMs: number = 10_000;
  /** Texts that were sent are shown to anybody on a page. `npm run demo` alone sets it: no variable of the environment does. */
  readonly showTexts: boolean = false;
  /** A map tile address with `{z}`, `{x}`, `{y}`; `null`: the map shows outlines and points only. */
  readonly tileUrl: string | null = null;
  /** Shown to people only; rules use Asia/Shanghai. */
  readonly displayTimeZone: string = 'Asia/Shanghai';

  constructor(values: Partial<Config> & Secrets) {
    Object.assign(this, values);
  }
}

/** What has no default. */
export type Secrets = Pick<Config, 'jwtSecret' | 'masterKeys' | 'searchKey' | 'unlockKeys'>;

export const servesPeople = (config: Config): boolean => config.role === 'all' || config.role === 'api';
export const talksWithChips = (config: Config): boolean => config.role === 'all' || config.role === 'ingest';
export const runsTimers = (config: Config): boolean => config.role === 'all' || config.role === 'worker';

/** For the log at boot: everything but secrets. */
export function describeConfig(config: Config): Record<string, unknown> {
  const {
    jwtSecret: _jwt,
    masterKeys,
    otherJwtSecret: _otherJwt,
    searchKey: _search,
    laterSearchKeys: _laterSearch,
    refreshKeys: _refresh,
    unlockKeys,
    tipKeys,
    adminPassword,
    demoPassword,
    metricsToken,
    messageGatewaySecret,
    ...open
  } = config;
  return {
    ...open,
    databaseUrl: withoutPassword(config.databaseUrl) ?? 'embedded',
    databaseDirectUrl: withoutPassword(config.databaseDirectUrl),
    smtpUrl: withoutPassword(config.smtpUrl),
    smsGatewayUrl: withoutPassword(config.smsGatewayUrl),
    wechatGatewayUrl: withoutPassword(config.wechatGatewayUrl),
    messageGatewaySecret: messageGatewaySecret === null ? 'not set' : 'set',
    masterKeyVersions: [...masterKeys.keys()],
    tipKeyVersions: [...tipKeys.keys()],
    unlockKeyIds: unlockKeys.map(({ kid }) => kid),
    adminPassword: adminPassword === null ? 'not set' : 'set',
    metricsToken: metricsToken === null ? 'not set' : 'set',
    demoPassword: demoPassword === null ? 'not set' : 'set',
  };
}

function withoutPassword(url: string | null): string | null {
  if (url === null) return null;
  const shown = new URL(url);
  shown.password = '';
  for (const name of [...shown.searchParams.keys()]) if (/pass|secret|key/i.test(name)) shown.searchParams.delete(name);
  return shown.href;
}
