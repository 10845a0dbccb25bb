import { Injectable } from '@nestjs/common';
import {
  handOverFault,
  settleHandoverFault,
  takeBackFault,
  tradeOf,
  usualTrade,
} from '../../../domain/violations/case-handover';
import type { ViolationKind, ViolationState } from '../../../domain/violations/violation-kinds';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { holds } from '../../identity/permissions';
import { UsersReader } from '../../identity/users.reader';
import { ViolationStore } from '../violation.store';
import { CaseHandoverStore, type StoredHandover } from './case-handover.store';
import type { CaseHandovers, CaseHandoverView, HandoverStep } from './case-handover.dto';
import { CaseOfficers } from './case-officers';

interface Case {
  readonly id: string;
  readonly kind: ViolationKind;
  readonly state: ViolationState;
}

/** The way of a case between departments, as both sides see it. */
@Injectable()
export class ShowHandovers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly violations: ViolationStore,
    private readonly handovers: CaseHandoverStore,
    private readonly officers: CaseOfficers,
    private readonly users: UsersReader,
  ) {}

  execute({ caller }: Request, id: string): Promise<Result<CaseHandovers, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const violation = await this.violations.byId(tx, id);
      return violation ? ok(await this.of(tx, violation, caller)) : refused(notFound('violation.not-found'));
    });
  }

  async of(tx: Tx, { id, kind, state }: Case, caller: Caller): Promise<CaseHandovers> {
    const handovers = await this.handovers.of(tx, id);
    const ids = new Set(
      handovers.flatMap(({ handedBy, settledBy }) => (settledBy ? [handedBy, settledBy] : [handedBy])),
    );
    const people = new Map((await this.users.byIds(tx, [...ids])).map((one) => [one.id, one.name]));
    const handed = { state, handovers };
    return {
      trade: tradeOf(handed),
      usual: usualTrade({ kind }),
      steps: await this.stepsOf(tx, handed, caller),
      items: handovers.map((one) => view(one, people)),
    };
  }

  private async stepsOf(
    tx: Tx,
    handed: { readonly state: ViolationState; readonly handovers: readonly StoredHandover[] },
    caller: Caller,
  ): Promise<HandoverStep[]> {
    if (!holds(caller.roles, 'violation.hand-over')) return [];
    const officer = await this.officers.of(tx, caller);
    const settles = settleHandoverFault(handed, officer) === null;
    return [
      ...(handOverFault(handed, officer) === null ? (['hand-over'] as const) : []),
      ...(settles ? (['receive', 'refuse'] as const) : []),
      ...(takeBackFault(handed, officer) === null ? (['take-back'] as const) : []),
    ];
  }
}

const view = (handover: StoredHandover, people: ReadonlyMap<string, string>): CaseHandoverView => ({
  from: handover.fromTrade,
  to: handover.toTrade,
  reason: handover.reason,
  state: handover.state,
  handedBy: people.get(handover.handedBy) ?? '',
  handedAt: isoTime(handover.handedAt),
  settledBy: handover.settledBy === null ? null : (people.get(handover.settledBy) ?? ''),
  settledAt: isoTimeOrNull(handover.settledAt),
  settledFor: handover.settledFor,
});
