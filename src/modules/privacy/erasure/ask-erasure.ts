import { Injectable } from '@nestjs/common';
import { hasRole, OF_A_REGION } from '../../../domain/people/roles';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { ErasureRequestView, OwnErasure } from './erasure.dto';
import { ErasureRequestStore } from './erasure-request.store';
import { erasureOne, lastErasureOf, personOfUser, personOfWelder, type Person } from './erasure-requests.view';
import { ShowErasures } from './show-erasures';

/** Somebody asks to be forgotten; an official writes it down for whoever has no account (个人信息保护法第四十七条). */
@Injectable()
export class AskErasure {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly requests: ErasureRequestStore,
    private readonly shown: ShowErasures,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  own(request: Request): Promise<OwnErasure> {
    const { caller, at } = request;
    return this.uow.run(systemScope('erasure'), async (tx) => {
      const last = await lastErasureOf(tx, caller.userId);
      const standing = await this.shown.standingOf(tx, caller, at);
      return {
        request: last && (await this.shown.show({ ...request, tx }, last)),
        obstacles: [...standing.obstacles],
        keptUntil: standing.keptUntil === null ? null : isoTime(standing.keptUntil),
      };
    });
  }

  ask(request: Request, reason: string): Promise<Result<ErasureRequestView, Refusal>> {
    const { caller } = request;
    return this.uow.attempt(systemScope('erasure'), async (tx) => {
      if (hasRole(caller, 'admin', ...OF_A_REGION)) return refused(forbidden('erasure.official'));
      const person = await personOfUser(tx, caller.userId);
      return person ? this.insert({ ...request, tx }, person, reason) : refused(notFound('erasure.person-unknown'));
    });
  }

  record(request: Request, welderId: string, reason: string): Promise<Result<ErasureRequestView, Refusal>> {
    const { caller } = request;
    return this.uow.attempt(systemScope('erasure'), async (tx) => {
      const person = await personOfWelder(tx, welderId);
      return person && reaches(caller.scope, { regionCode: person.regionCode, welderId: person.welderId })
        ? this.insert({ ...request, tx }, person, reason)
        : refused(notFound('welder.not-found'));
    });
  }

  private async insert(call: Call, person: Person, reason: string): Promise<Result<ErasureRequestView, Refusal>> {
    const { tx, caller, at } = call;
    const { userId, welderId, regionCode } = person;
    const id = this.ids.next(at);
    const open = { decidedBy: null, decidedAt: null, note: null, notBefore: null, doneAt: null };
    const asked = {
      id,
      state: 'asked',
      userId,
      welderId,
      regionCode,
      reason: reason.trim(),
      askedBy: caller.userId,
      askedAt: at,
    } as const;
    if (!(await this.requests.insert(tx, { ...asked, ...open }))) return refused(conflict('erasure.open-already'));
    const entry = {
      action: 'erasure.asked',
      entity: 'erasure-request',
      entityId: id,
      regionCode,
      after: { userId, welderId },
    };
    this.journal.record(tx, caller, at, [entry]);
    return ok(await this.shown.show(call, (await erasureOne(tx, id))!));
  }
}
