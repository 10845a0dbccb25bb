import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { DAY, MINUTE, type Instant } from '../../kernel/time';
import { IdempotencyKeyRow } from '../../schema/platform/idempotency-key.row';
import { systemScope } from '../database/scope';
import { UnitOfWork } from '../database/unit-of-work';
import { Sealer } from '../database/sealer';

/** One use of an `Idempotency-Key` by one user. */
export interface Attempt {
  readonly userId: string;
  readonly key: string;
  /** A keyed hash of method, address and body. It is keyed because bodies may hold passwords. */
  readonly requestHash: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Claim =
  | { readonly outcome: 'first' | 'in-progress' | 'mismatch' }
  | { readonly outcome: 'answered'; readonly answer: Answer };

/** An attempt without an answer for so long was killed on the way; no statement runs longer (`statementTimeoutMs`). */
const ABANDONED_AFTER = 2 * MINUTE;
const KEPT_FOR = DAY;
export const ANSWER_SEAL = 'idempotency.answer';
const SCOPE = systemScope('idempotency');

/** The body is a text: the sealed answer. */
type KeyRow = Pick<IdempotencyKeyRow, 'requestHash' | 'status'> & { readonly body: string | null };

/** Which writes were already answered. The primary key decides between two at once. */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  claim({ userId, key, requestHash }: Attempt, at: Instant): Promise<Claim> {
    return this.uow.run(SCOPE, async (tx) => {
      const claimed = await tx.prepared(
        `insert into idempotency_keys as k (user_id, key, request_hash, created_at) values ($1, $2, $3, $4)
         on conflict (user_id, key) do update
           set request_hash = excluded.request_hash, created_at = excluded.created_at, status = null, body = null
           where k.created_at < $6 or (k.status is null and k.created_at < $5)
         returning 1`,
        [userId, key, requestHash, new Date(at), new Date(at - ABANDONED_AFTER), new Date(at - KEPT_FOR)],
      );
      if (claimed.length > 0) return { outcome: 'first' };
      const [row] = await tx.prepared<KeyRow>(
        'select request_hash as "requestHash", status, body from idempotency_keys where user_id = $1 and key = $2',
        [userId, key],
      );
      return this.judge(row, requestHash);
    });
  }

  async settle({ userId, key }: Attempt, { status, body }: Answer): Promise<void> {
    const sealed = this.sealer.seal(ANSWER_SEAL, JSON.stringify(body ?? null));
    await this.uow.run(SCOPE, (tx) =>
      tx.prepared('update idempotency_keys set status = $3, body = $4 where user_id = $1 and key = $2', [
        userId,
        key,
        status,
        JSON.stringify(sealed),
      ]),
    );
  }

  async release({ userId, key }: Attempt): Promise<void> {
    await this.uow.run(SCOPE, (tx) => tx.rows(IdempotencyKeyRow).delete({ userId, key }));
  }

  async purge(at: Instant): Promise<void> {
    const tooOld = LessThan(at - KEPT_FOR);
    await this.uow.run(SCOPE, (tx) => tx.rows(IdempotencyKeyRow).delete({ createdAt: tooOld }));
  }

  /** A row that vanished in between was released by a refused or failed attempt: the next try will find the way free. */
  private judge(row: KeyRow | undefined, requestHash: string): Claim {
    if (!row) return { outcome: 'in-progress' };
    if (row.requestHash !== requestHash) return { outcome: 'mismatch' };
    if (row.status === null || row.body === null) return { outcome: 'in-progress' };
    const body: unknown = JSON.parse(this.sealer.open(ANSWER_SEAL, row.body));
    return { outcome: 'answered', answer: { status: row.status, body } };
  }
}
