import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { hostname } from 'node:os';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { SECOND, type Instant } from '../../kernel/time';
import { Config } from '../config/config';
import { readSecretsAgain } from '../config/read-secrets';
import { systemScope } from '../database/scope';
import { isSearchKeyWaiting } from '../database/search-hold';
import { UnitOfWork } from '../database/unit-of-work';
import { Clock } from '../time/clock';
import { Loop } from '../time/loop';
import { heldKeys } from './key-ids';
import { KeyHolderStore } from './key-holder.store';

const LOOK_EVERY = SECOND;
const TELL_EVERY = 5 * SECOND;
const SCOPE = systemScope('key-watch');

/**
 * Takes up the keys of the secrets file within a second of a change, and tells the other processes which keys this one
 * holds. Where the secrets come by environment, a restart takes them up.
 */
@Injectable()
export class KeyWatch implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('keys');
  private readonly process = `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`;
  private readonly loop = new Loop('key-watch', LOOK_EVERY, () => this.look());
  private version = '';
  private told = '';
  private toldAt: Instant = 0;

  constructor(
    private readonly config: Config,
    private readonly uow: UnitOfWork,
    private readonly store: KeyHolderStore,
    private readonly clock: Clock,
  ) {}

  /** A process without a key that the hashes are made with would find nobody: it does not start. */
  async onModuleInit(): Promise<void> {
    const version = await this.uow.run(SCOPE, (tx) => this.store.searchVersion(tx));
    const known = this.config.laterSearchKeys.length + 1;
    if (version > known)
      throw new Error(
        `SEARCH_KEY: the database is made with ${version} keys and ${known} are given. Give all of them.`,
      );
    this.version = this.versionOfFile();
    this.take({ searchVersion: version, refreshKeys: () => this.takeUp() });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    if (this.told === '') return;
    await this.uow.run(SCOPE, (tx) => this.store.leave(tx, this.process, this.clock.now())).catch(() => undefined); // the database may be gone before us; whoever is silent counts as gone
  }

  private async look(): Promise<void> {
    this.takeUp();
    const holds = heldKeys(this.config);
    const now = JSON.stringify(holds);
    const at = this.clock.now();
    if (now === this.told && at - this.toldAt < TELL_EVERY && !isSearchKeyWaiting(this.config)) return;
    const searchVersion = await this.uow.run(SCOPE, async (tx) => {
      await this.store.tell(tx, this.process, this.config.role, holds);
      return this.store.searchVersion(tx);
    });
    this.take({ searchVersion });
    [this.told, this.toldAt] = [now, at];
  }

  private takeUp(): void {
    const version = this.versionOfFile();
    if (version === this.version || this.config.secretsFile === null) return;
    this.take(readSecretsAgain(this.config.secretsFile, process.env));
    this.version = version;
    this.logger.log({ event: 'keys.taken-up', ...heldKeys(this.config) });
  }

  /** Everything else of the configuration stays as it was read. */
  private take(changes: Partial<Config>): void {
    Object.assign(this.config, changes);
  }

  private versionOfFile(): string {
    if (this.config.secretsFile === null) return '';
    const stat = statSync(this.config.secretsFile, { bigint: true, throwIfNoEntry: false });
    return stat ? `${stat.ino} ${stat.mtimeNs} ${stat.size}` : '';
  }
}
