import { Injectable } from '@nestjs/common';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { ProveSelf } from '../prove-self';
import { LONGEST_SESSION, Sessions } from '../sessions';
import { UserStore } from '../user.store';
import type { EndSessionsRequest, OwnSessionList } from './own-session.dto';
import { openSessions, type OpenSession } from './own-session.view';

const SCOPE = systemScope('own-sessions');

/** Where somebody is signed in, and ending what they do not know. Ending asks for the password: a phone left lying must not do it. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly prove: ProveSelf,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
  ) {}

  list(request: Request): Promise<OwnSessionList> {
    return this.uow.run(SCOPE, async (tx) => shown(await this.open(tx, request), request));
  }

  endOne(request: Request, id: string, body: EndSessionsRequest): Promise<Result<OwnSessionList, Refusal>> {
    if (id === request.caller.sessionId) return Promise.resolve(refused(conflict('session.this')));
    return this.end(request, body, (one) => one.id === id);
  }

  endOthers(request: Request, body: EndSessionsRequest): Promise<Result<OwnSessionList, Refusal>> {
    return this.end(request, body, (one) => one.id !== request.caller.sessionId);
  }

  private async end(
    request: Request,
    { password }: EndSessionsRequest,
    isMeant: (one: OpenSession) => boolean,
  ): Promise<Result<OwnSessionList, Refusal>> {
    const proven = await this.proven(request, password);
    if (!proven.ok) return proven;
    return this.uow.run(SCOPE, async (tx) => {
      const open = await this.open(tx, request);
      const ended = open.filter(isMeant);
      if (ended.length === 0) return refused(notFound('session.unknown'));
      for (const { id } of ended) await this.endOf(tx, request, id);
      return ok(
        shown(
          open.filter((one) => !isMeant(one)),
          request,
        ),
      );
    });
  }

  private async endOf(tx: Tx, { caller, at }: Request, id: string): Promise<void> {
    await this.sessions.end(tx, caller.userId, id, 'ended-by-owner', at);
    const { userId: entityId, regionCode } = caller;
    this.journal.record(tx, caller, at, [{ action: 'session.ended-elsewhere', entity: 'user', entityId, regionCode }]);
  }

  /** Who signs in by text message alone has no password to give. */
  private async proven(request: Request, password: string | undefined): Promise<Result<null, Refusal>> {
    const stored = await this.uow.run(SCOPE, (tx) => this.users.passwordHash(tx, request.caller.userId));
    if (stored === null) return ok(null);
    if (password === undefined) return refused(wrongField('password', 'session.password-needed'));
    return this.prove.execute(request, { current: password });
  }

  private open(tx: Tx, { caller, at }: Request): Promise<OpenSession[]> {
    return openSessions(tx, caller.userId, at, at - LONGEST_SESSION);
  }
}

const shown = (open: readonly OpenSession[], { caller }: Request): OwnSessionList => ({
  items: open.map(({ id, deviceName, begunAt, usedAt }) => ({
    ...{ id, device: deviceName, isThis: id === caller.sessionId },
    ...{ begunAt: isoTime(begunAt), usedAt: isoTime(usedAt) },
  })),
});
