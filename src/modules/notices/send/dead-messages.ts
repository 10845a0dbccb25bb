import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { MessageRow } from '../../../schema/notices/message.row';

/** Messages that were given up: a person looks, mends what was wrong, and has them tried anew. */
@Injectable()
export class DeadMessages {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  list({ limit, cursor }: { limit: number; cursor?: string }): Promise<MessageRow[]> {
    const where = { state: 'dead', ...(cursor !== undefined && { id: LessThan(cursor) }) };
    return this.uow.run(systemScope('dead-messages'), (tx) =>
      tx.rows(MessageRow).find({ where, order: { id: 'DESC' }, take: limit + 1 }),
    );
  }

  /** It has four days again; what was sent after it in its lane is not called back. */
  retry({ caller, at }: Request, id: string): Promise<Result<MessageRow, Refusal>> {
    return this.uow.run(systemScope('dead-messages'), async (tx): Promise<Result<MessageRow, Refusal>> => {
      const message = await find(tx, id);
      if (!message) return refused(notFound('message.not-found'));
      const changes = { state: 'queued', settledAt: null, nextTryAt: at, madeAt: at, tries: 0 };
      if ((await tx.rows(MessageRow).update({ id, state: 'dead' }, changes)) === 0)
        return refused(conflict('message.not-dead'));
      const after = { channel: message.channel, fault: message.fault };
      this.journal.record(tx, caller, at, [{ action: 'message.retried', entity: 'message', entityId: id, after }]);
      return ok({ ...message, ...changes });
    });
  }
}

const find = (tx: Tx, id: string): Promise<MessageRow | null> => tx.rows(MessageRow).findOne({ where: { id } });
