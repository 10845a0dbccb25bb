import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { systemScope } from './scope';
import { UnitOfWork } from './unit-of-work';

const SYSTEM = systemScope('work-queue');

/** How pg-boss reaches the database: by the platform's own pool and role, never by a connection of its own. */
@Injectable()
export class QueueDatabase {
  constructor(
    private readonly uow: UnitOfWork,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Its scripts for upkeep open a transaction of their own, so they run as the owner of the tables. */
  async executeSql(sql: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
    if (/^\s*begin\b/i.test(sql)) {
      await this.dataSource.query(sql);
      return { rows: [] };
    }
    return { rows: await this.uow.run(SYSTEM, (tx) => tx.query(sql, values)) };
  }
}
