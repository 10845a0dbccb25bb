import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { reachOf, servesRegion } from '../training-reach';
import { SessionCodes } from './session-codes';
import type {
  AttendanceList,
  SessionCode,
  TrainingSessionPage,
  SessionQuery,
  TrainingSessionView,
} from './session.dto';
import { toAttendanceView, toTrainingSessionView } from './session.mapper';
import { SessionStore } from './session.store';
import { SessionsView } from './sessions.view';

@Injectable()
export class FindSessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly view: SessionsView,
    private readonly codes: SessionCodes,
  ) {}

  async list({ caller }: Request, query: SessionQuery): Promise<TrainingSessionPage> {
    const rows = await this.uow.run(systemScope('training'), (tx) => this.view.list(tx, reachOf(caller), query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map(toTrainingSessionView) };
  }

  async show(_: Request, id: string): Promise<Result<TrainingSessionView, Refusal>> {
    const found = await this.uow.run(systemScope('training'), (tx) => this.view.find(tx, id));
    return found ? ok(toTrainingSessionView(found)) : refused(notFound('training.session-unknown'));
  }

  /** For the trainer's screen alone: whoever has the code can sign in from anywhere. */
  code({ caller, at }: Request, id: string): Promise<Result<SessionCode, Refusal>> {
    return this.uow.run(systemScope('training'), async (tx): Promise<Result<SessionCode, Refusal>> => {
      const session = await this.sessions.find(tx, id);
      if (!session || !servesRegion(caller, session.regionCode)) return refused(notFound('training.session-unknown'));
      return ok(this.codes.show(session, at));
    });
  }

  attendances({ caller }: Request, id: string): Promise<Result<AttendanceList, Refusal>> {
    return this.uow.run(systemScope('training'), async (tx): Promise<Result<AttendanceList, Refusal>> => {
      const session = await this.sessions.find(tx, id);
      if (!session || !servesRegion(caller, session.regionCode)) return refused(notFound('training.session-unknown'));
      return ok({ items: (await this.view.attendances(tx, id)).map(toAttendanceView) });
    });
  }
}
