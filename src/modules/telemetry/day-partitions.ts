import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { DAY, type Instant } from '../../kernel/time';

const TABLES = ['samples', 'chip_events', 'message_digests'] as const;

/** Chips may buffer for long, so most days a batch needs exist; the few that do not are made outside its transaction. */
export class PartitionsMissing extends Error {
  constructor(readonly days: readonly string[]) {
    super(`no partitions for ${days.join(', ')}`);
  }
}

export const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

/** Daily partitions by UTC day. Made and dropped as the owner of the tables: the role of ordinary transactions owns nothing. */
@Injectable()
export class DayPartitions {
  private readonly known = new Set<string>();

  constructor(@InjectDataSource() private readonly owner: DataSource) {}

  /** Fails with `PartitionsMissing`, so that the batch rolls back, waits for `create` and starts again. */
  demand(times: Iterable<Instant>): void {
    const days = new Set<number>();
    for (const at of times) days.add(Math.floor(at / DAY));
    const missing = [...days].map((day) => dayOf(day * DAY)).filter((day) => !this.known.has(day));
    if (missing.length > 0) throw new PartitionsMissing(missing.sort());
  }

  async create(days: readonly string[]): Promise<void> {
    for (const day of days) {
      const next = dayOf(Date.parse(day) + DAY);
      for (const table of TABLES)
        await this.owner.query(
          `create table if not exists ${partition(table, day)} partition of ${table}
           for values from ('${day}T00:00:00Z') to ('${next}T00:00:00Z')`,
        );
      this.known.add(day);
    }
  }

  /** Another process may have dropped days that this one knew. */
  forget(): void {
    this.known.clear();
  }

  /** Drops what ended before `before`; returns the tables dropped. */
  async drop(before: Instant): Promise<string[]> {
    const rows: { name: string }[] = await this.owner.query(
      `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
       where p.relname = any($1) and c.relname ~ '_[0-9]{8}$' and right(c.relname, 8) < $2`,
      [[...TABLES], dayOf(before).replaceAll('-', '')],
    );
    for (const { name } of rows) await this.owner.query(`drop table if exists ${name}`);
    this.forget();
    return rows.map(({ name }) => name);
  }
}

const partition = (table: string, day: string): string => `${table}_${day.replaceAll('-', '')}`;
