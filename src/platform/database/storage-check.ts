import { randomBytes } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SECOND, type Instant } from '../../kernel/time';
import { Config } from '../config/config';
import { HealthChecks } from '../http/health-checks';
import { Clock } from '../time/clock';

const WRITE_EVERY = 10 * SECOND;
/** Enough that a page that is there already does not hold it. */
const WRITTEN_BYTES = 32 * 1024;
const LEAST_FREE_BYTES = 32 * 1024 * 1024;

/** Reading goes on when a disk is full: whether something can be kept shows only by keeping something. */
@Injectable()
export class StorageCheck implements OnModuleInit {
  private writtenAt: Instant = 0;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly checks: HealthChecks,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.checks.add('storage', () => this.check());
  }

  private async check(): Promise<void> {
    if (this.config.databaseUrl === null) await this.lookAtDisk();
    if (this.clock.now() - this.writtenAt < WRITE_EVERY) return;
    await this.dataSource.query(
      `insert into storage_probe (id, filling, at) values (1, $1, now())
       on conflict (id) do update set filling = excluded.filling, at = excluded.at`,
      [randomBytes(WRITTEN_BYTES)],
    );
    this.writtenAt = this.clock.now();
  }

  private async lookAtDisk(): Promise<void> {
    const { bavail, bsize } = await statfs(this.config.dataDir);
    if (bavail * bsize < LEAST_FREE_BYTES)
      throw new Error(`${bavail * bsize} bytes are free in ${this.config.dataDir}`);
  }
}
