import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { LoginFailureRow } from '../../schema/identity/login-failure.row';
import type { Failures } from './login-delay';

@Injectable()
export class LoginFailureStore {
  async of(tx: Tx, subject: string): Promise<Failures | null> {
    const row = await tx.rows(LoginFailureRow).findOne({ where: { subject } });
    return row && { count: row.failures, lastAt: row.lastAt };
  }

  /** Held until the transaction ends, so that failures at the same moment are all counted. */
  async lock(tx: Tx, subject: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);
  }

  async save(tx: Tx, subject: string, { count, lastAt }: Failures): Promise<void> {
    await tx.query(
      `insert into login_failures (subject, failures, last_at) values ($1, $2, $3)
       on conflict (subject) do update set failures = excluded.failures, last_at = excluded.last_at`,
      [subject, count, new Date(lastAt)],
    );
  }

  async clear(tx: Tx, subject: string): Promise<void> {
    await tx.rows(LoginFailureRow).delete({ subject });
  }

  async purge(tx: Tx, before: Instant): Promise<void> {
    await tx.rows(LoginFailureRow).delete({ lastAt: LessThan(before) });
  }
}
