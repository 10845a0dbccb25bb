import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { mayEndEmployment } from '../../../domain/registry/end-employment';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Call, Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { EmploymentRow } from '../../../schema/registry/employment.row';
import { WelderRow } from '../../../schema/registry/welder.row';
import { registryEvent } from '../registry-event';
import { WelderStore, type Welder } from '../welders/welder.store';
import type { EmploymentView, Employments, EndEmploymentRequest } from './employment.dto';
import { atWorkFor, employmentsOf, openPermitsOf, type KnownEmployment } from './employments.view';

/**
 * Somebody stops working for an enterprise: it says so, the welder does, or an official. Their record and cards stay. Permits
 * of the enterprise that still name them give no power from then on.
 */
@Injectable()
export class EndEmployment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly welders: WelderStore,
    private readonly journal: Journal,
  ) {}

  async list({ caller }: Request, welderId: string): Promise<Result<Employments, Refusal>> {
    const welder = await this.uow.run(caller.scope, (tx) => this.welders.find(tx, welderId));
    if (!welder) return refused(notFound('welder.not-found'));
    return this.uow.run(systemScope('employments'), async (tx) => {
      const seen = (await employmentsOf(tx, welderId)).filter((one) => sees(caller, one));
      const current = seen.filter(({ until }) => until === null).map(({ enterpriseId }) => enterpriseId);
      const openPermits = await openPermitsOf(tx, welderId, current);
      return ok({ items: seen.map((one) => employmentView(one, welder, caller)), openPermits });
    });
  }

  /** As the system: who ends it loses the welder from sight, and row level security would take that for a fault. */
  async end(request: Request, welderId: string, body: EndEmploymentRequest): Promise<Result<Employments, Refusal>> {
    const { caller } = request;
    const welder = await this.uow.run(caller.scope, (tx) => this.welders.find(tx, welderId));
    if (!welder) return refused(notFound('welder.not-found'));
    return this.uow.run(systemScope('end-employment'), async (tx) => {
      await tx.query('select 1 from welders where id = $1 for update', [welderId]);
      const employments = await employmentsOf(tx, welderId);
      const enterpriseId = body.enterpriseId ?? caller.enterpriseId ?? welder.enterpriseId;
      const ending = employments.find((one) => one.enterpriseId === enterpriseId && one.until === null);
      if (!ending) return refused(conflict('employment.none'));
      if (!mayEnd(ending, welder, caller)) return refused(forbidden('employment.not-yours'));
      if (await atWorkFor(tx, welderId, ending.enterpriseId)) return refused(conflict('employment.at-work'));
      await this.close({ ...request, tx }, welder, ending, body.reason.trim());
      const after = (await employmentsOf(tx, welderId)).filter((one) => sees(caller, one));
      const openPermits = await openPermitsOf(tx, welderId, [ending.enterpriseId]);
      return ok({ items: after.map((one) => employmentView(one, welder, caller)), openPermits });
    });
  }

  private async close(
    { tx, caller, at }: Call,
    welder: Welder,
    ending: KnownEmployment,
    reason: string,
  ): Promise<void> {
    const { id: welderId, regionCode } = welder;
    const { enterpriseId } = ending;
    const ended = { until: at, endedBy: caller.userId, endReason: reason };
    await tx.rows(EmploymentRow).update({ welderId, enterpriseId, until: IsNull() }, ended);
    const others = await employmentsOf(tx, welderId);
    const next = others.find(({ until }) => until === null)?.enterpriseId ?? null;
    const moved = welder.enterpriseId === enterpriseId;
    if (moved) await tx.rows(WelderRow).update({ id: welderId }, { enterpriseId: next, version: welder.version + 1 });
    this.journal.record(
      tx,
      caller,
      at,
      [
        {
          ...{ action: 'employment.ended', entity: 'welder', entityId: welderId, regionCode },
          before: { enterpriseId },
          after: { enterpriseId: moved ? next : welder.enterpriseId, reason },
        },
      ],
      [
        registryEvent('welder', { id: welderId, regionCode, enterpriseId }),
        ...(moved && next !== null ? [registryEvent('welder', { id: welderId, regionCode, enterpriseId: next })] : []),
      ],
    );
  }
}

/** Other employers are no business of an enterprise. */
const sees = ({ scope }: Caller, { enterpriseId }: KnownEmployment): boolean =>
  scope.kind !== 'enterprise' || scope.enterpriseId === enterpriseId;

const mayEnd = ({ enterpriseId, regionCode }: KnownEmployment, welder: Welder, caller: Caller): boolean =>
  mayEndEmployment(caller, {
    welderId: welder.id,
    enterpriseId,
    inReach: [regionCode, welder.regionCode].some((code) => reaches(caller.scope, { regionCode: code })),
  });

const employmentView = (one: KnownEmployment, welder: Welder, caller: Caller): EmploymentView => ({
  enterpriseId: one.enterpriseId,
  enterpriseName: one.enterpriseName,
  since: isoTime(one.since),
  until: isoTimeOrNull(one.until),
  endReason: one.endReason,
  mayEnd: one.until === null && mayEnd(one, welder, caller),
});
