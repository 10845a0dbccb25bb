import { Injectable } from '@nestjs/common';
import { conflict, invalid, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../auth/request';
import { cursorText, readCursor } from './outbox.cursor';
import type { ChangePage, ChangeQuery } from './outbox.dto';
import { OutboxReader } from './outbox.reader';
import { messageOf } from './stored-event';

/** The change feed for other systems: all that happened in the caller's region, in order, from where they stopped. */
@Injectable()
export class ReadChanges {
  constructor(private readonly outbox: OutboxReader) {}

  /** `nextCursor` is always the place to go on from; null only while nothing has ever happened. */
  async execute({ caller: { scope } }: Request, { after, limit }: ChangeQuery): Promise<Result<ChangePage, Refusal>> {
    const start = after === undefined ? null : readCursor(after);
    if (after !== undefined && !start)
      return refused(invalid('request.invalid', { errors: [{ path: 'after', code: 'changes.cursor-unreadable' }] }));
    if (start && (await this.outbox.timeOf(start)) === null) return refused(conflict('changes.cursor-unknown'));
    const head = await this.outbox.head();
    if (!head || scope.kind !== 'region') return ok({ items: [], nextCursor: after ?? null, more: false });
    const events = await this.outbox.read({ after: start, upTo: head, within: scope.regionCode, limit: limit + 1 });
    const items = events.slice(0, limit);
    const more = events.length > limit;
    const last = more ? items.at(-1)?.cursor : head; // what lies between the last one and the head is not of this region
    return ok({ items: items.map(messageOf), nextCursor: last ? cursorText(last) : null, more });
  }
}
