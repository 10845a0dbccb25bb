import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '../../../domain/notices/notice-kinds';
import { pagesOfNotice } from '../../../domain/notices/notice-pages';
import { noticeText } from '../../../domain/notices/words';
import type { Language } from '../../../kernel/language';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import type { MessageRow } from '../../../schema/notices/message.row';
import type { InboxQuery, NoticePage, NoticeView, UnreadView } from './inbox.dto';
import { InboxStore } from './inbox.store';

/** Somebody's own notices. That they read one is no event of the platform, so the audit trail does not hold it. */
@Injectable()
export class ReadInbox {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly inbox: InboxStore,
  ) {}

  list({ caller, language }: Request, query: InboxQuery): Promise<NoticePage> {
    return this.uow.run(caller.scope, async (tx) => {
      const page = toPage(await this.inbox.list(tx, caller.userId, query), query.limit, ({ id }) => id);
      return { ...page, items: page.items.map((row) => viewOf(row, language)) };
    });
  }

  unread({ caller }: Request): Promise<UnreadView> {
    return this.uow.run(caller.scope, async (tx) => ({ count: await this.inbox.unread(tx, caller.userId) }));
  }

  read({ caller, language, at }: Request, id: string): Promise<Result<NoticeView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<NoticeView, Refusal>> => {
      await this.inbox.read(tx, caller.userId, id, at);
      const row = await this.inbox.find(tx, caller.userId, id);
      return row ? ok(viewOf(row, language)) : refused(notFound('notices.not-found'));
    });
  }

  readUpTo({ caller, at }: Request, id: string): Promise<UnreadView> {
    return this.uow.run(caller.scope, async (tx) => {
      await this.inbox.readUpTo(tx, caller.userId, id, at);
      return { count: await this.inbox.unread(tx, caller.userId) };
    });
  }
}

function viewOf(
  { id, kind, params, urgent, madeAt, readAt, entity, entityId }: MessageRow,
  language: Language,
): NoticeView {
  const pages = pagesOfNotice(entity, entityId);
  return {
    ...{ id, kind: kind as NoticeKind, urgent },
    text: noticeText(kind as NoticeKind, params, language),
    ...{ at: isoTime(madeAt), readAt: isoTimeOrNull(readAt) },
    ...{ path: pages?.path ?? null, phonePath: pages?.phonePath ?? null },
  };
}
