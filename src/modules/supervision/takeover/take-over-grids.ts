import { Injectable } from '@nestjs/common';
import { decideViolation } from '../../../domain/violations/steps/decide-violation';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { AppointPeople } from '../../regions/grids/appoint-people';
import { CommandFacts } from '../command-facts';
import { snapshotFor } from '../handler';
import { SaveStep, type TakenStep } from '../save-step';
import { ViolationStore, type ViolationRecord } from '../violation.store';
import type { TakeoverRequest, TakeoverView } from './takeover.dto';

/**
 * A grid worker leaves: the posts and the cases go to the successor in one step. What else waits in the grids (photos,
 * machines, registrations) is found by the place, so it follows the posts by itself.
 */
@Injectable()
export class TakeOverGrids {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: AppointPeople,
    private readonly store: ViolationStore,
    private readonly facts: CommandFacts,
    private readonly saveStep: SaveStep,
    private readonly catalogue: Catalogue,
  ) {}

  execute(request: Request, { fromUserId, toUserId }: TakeoverRequest): Promise<Result<TakeoverView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(caller.scope, async (tx) => {
      if (fromUserId === toUserId) return refused(wrongField('toUserId', 'grid.same-person'));
      const call = { ...request, tx };
      const grids = await this.people.passOn(call, fromUserId, toUserId);
      if (!grids.ok) return grids;
      const steps: TakenStep[] = [];
      for (const violation of await this.store.lockAssignedTo(tx, fromUserId)) {
        const taken = await this.reassign(call, violation, toUserId);
        if (!taken.ok) return taken;
        steps.push(taken.value);
      }
      await this.saveStep.saveSteps(tx, caller, at, steps);
      return ok({ grids: [...new Set(grids.value)], cases: steps.map(({ violation }) => violation.id) });
    });
  }

  /** A due date that lies ahead stays; what is overdue begins anew with the new hands. */
  private async reassign(call: Call, violation: ViolationRecord, userId: string): Promise<Result<TakenStep, Refusal>> {
    const reason = this.catalogue.text('violation.taken-over', call.language, {});
    const input = await this.facts.loadFacts('reassign', call, violation, { userId, reason });
    const decided = decideViolation('reassign', snapshotFor(violation, call.caller), input, call.at);
    return decided.ok ? ok({ violation, step: decided.value }) : decided;
  }
}
