import { Injectable } from '@nestjs/common';
import {
  handOverFault,
  settleHandoverFault,
  takeBackFault,
  tradeOf,
  type CaseOfficer,
  type HandedCase,
  type HandoverFault,
} from '../../../domain/violations/case-handover';
import { violationNews } from '../../../domain/violations/violation-news';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { ViolationStore } from '../violation.store';
import { CaseHandoverStore } from './case-handover.store';
import type { CaseHandovers, HandOverCaseRequest, HandoverStep } from './case-handover.dto';
import { CaseOfficers } from './case-officers';
import { ShowHandovers } from './show-handovers';

const FAULTS: Readonly<Record<HandoverStep, (handed: HandedCase, officer: CaseOfficer) => HandoverFault | null>> = {
  'hand-over': handOverFault,
  receive: settleHandoverFault,
  refuse: settleHandoverFault,
  'take-back': takeBackFault,
};

const FORBIDDEN: readonly HandoverFault[] = ['violation.other-trade', 'violation.handover-not-yours', 'violation.handover-own']; // prettier-ignore

const STATES = { receive: 'received', refuse: 'refused', 'take-back': 'taken-back' } as const;

/** A case goes from one department to another, which signs a receipt or refuses; until then it can be taken back. */
@Injectable()
export class HandOverCase {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly violations: ViolationStore,
    private readonly handovers: CaseHandoverStore,
    private readonly officers: CaseOfficers,
    private readonly show: ShowHandovers,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  handOver(request: Request, id: string, body: HandOverCaseRequest): Promise<Result<CaseHandovers, Refusal>> {
    return this.move(request, id, 'hand-over', async ({ tx, caller, at }, handed) => {
      const fromTrade = tradeOf(handed);
      if (fromTrade === body.trade) return refused(wrongField('trade', 'violation.handover-there-already'));
      const reason = body.reason.trim();
      const open = { state: 'waiting', settledBy: null, settledAt: null, settledFor: null } as const;
      const way = { id: this.ids.next(at), violationId: id, fromTrade, toTrade: body.trade, reason };
      await this.handovers.insert(tx, { ...way, ...open, handedBy: caller.userId, handedAt: at });
      return ok({ from: fromTrade, to: body.trade, reason });
    });
  }

  settle(
    request: Request,
    id: string,
    step: keyof typeof STATES,
    reason: string | null = null,
  ): Promise<Result<CaseHandovers, Refusal>> {
    return this.move(request, id, step, async ({ tx, caller, at }) => {
      const settledFor = reason?.trim() ?? null;
      await this.handovers.settle(tx, id, { state: STATES[step], settledBy: caller.userId, settledAt: at, settledFor });
      return ok({ state: STATES[step], reason: settledFor });
    });
  }

  /** `work` answers what the audit trail keeps, or why it cannot be done. */
  private move(
    request: Request,
    id: string,
    step: HandoverStep,
    work: (call: Call, handed: HandedCase) => Promise<Result<Readonly<Record<string, string | null>>, Refusal>>,
  ): Promise<Result<CaseHandovers, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(caller.scope, async (tx) => {
      const violation = await this.violations.lock(tx, id);
      if (!violation) return refused(notFound('violation.not-found'));
      const handed = { state: violation.state, handovers: await this.handovers.of(tx, id) };
      const fault = FAULTS[step](handed, await this.officers.of(tx, caller));
      if (fault) return refused(FORBIDDEN.includes(fault) ? forbidden(fault) : conflict(fault));
      const done = await work({ ...request, tx }, handed);
      if (!done.ok) return done;
      const { regionCode } = violation;
      const entry = {
        action: `violation.department-${step}`,
        entity: 'violation',
        entityId: id,
        regionCode,
        after: done.value,
      };
      this.journal.record(tx, caller, at, [entry], [violationNews('violation.changed', violation)]);
      return ok(await this.show.of(tx, violation, caller));
    });
  }
}
