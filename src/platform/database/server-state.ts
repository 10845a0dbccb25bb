import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SECOND } from '../../kernel/time';
import { Clock } from '../time/clock';

/** How the database server is, seen from this process. */
export interface ServerState {
  /** Its clock less the clock of this machine. */
  readonly offsetSeconds: number;
  /** Age of the oldest open transaction that has written. */
  readonly oldestSeconds: number;
  readonly bytes: number;
}

/** What pg's pool tells of itself; TypeORM hands it out untyped. */
interface Pool {
  readonly totalCount: number;
  readonly waitingCount: number;
}

/** Asked as the owner of the database: the roles of ordinary transactions see their own sessions only. */
@Injectable()
export class DatabaseServer {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<ServerState> {
    const asked = this.clock.now();
    const [row] = await this.dataSource.query<{ now: string; oldest: string; bytes: string }[]>(
      `select extract(epoch from clock_timestamp()) as now, pg_database_size(current_database()) as bytes,
         (select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null) as oldest`,
    );
    const middle = (asked + this.clock.now()) / 2 / SECOND;
    return {
      offsetSeconds: Number(row!.now) - middle,
      oldestSeconds: Number(row!.oldest),
      bytes: Number(row!.bytes),
    };
  }

  /** The connections of this process, and the work that waits for one. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { readonly master: Pool }).master;
  }
}
