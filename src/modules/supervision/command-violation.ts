import { Injectable } from '@nestjs/common';
import { decideViolation } from '../../domain/violations/steps/decide-violation';
import { VIOLATION_COMMANDS } from '../../domain/violations/violation-life-cycle';
import { conflict, forbidden, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { versionStale } from '../../platform/http/version';
import { CommandFacts } from './command-facts';
import { snapshotFor } from './handler';
import { CaseOfficers } from './handovers/case-officers';
import { SaveStep } from './save-step';
import { ViolationDetails } from './violation-detail.view';
import type { ViolationCommandRequest } from './violation-request.dto';
import type { ViolationDetail } from './violation.dto';
import { ViolationStore } from './violation.store';

/** A command as a person gave it; `version` is that of the form they read, null where they said none. */
export interface PersonsCommand {
  readonly id: string;
  readonly name: string;
  readonly version: number | null;
  readonly body: ViolationCommandRequest;
}

/** One step of the loop: given to somebody, put right, looked at again, signed off. */
@Injectable()
export class CommandViolation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ViolationStore,
    private readonly facts: CommandFacts,
    private readonly saveStep: SaveStep,
    private readonly details: ViolationDetails,
    private readonly officers: CaseOfficers,
  ) {}

  async execute(
    request: Request,
    { id, name, version, body }: PersonsCommand,
  ): Promise<Result<ViolationDetail, Refusal>> {
    const { caller, at } = request;
    const command = VIOLATION_COMMANDS.find((one) => one === name);
    if (command === undefined)
      return refused(notFound('violation.command-unknown', { extra: { commands: VIOLATION_COMMANDS } }));
    return this.uow.run(caller.scope, async (tx) => {
      const violation = await this.store.lock(tx, id);
      if (!violation) return refused(notFound('violation.not-found'));
      if (version !== null && version !== violation.version) return refused(versionStale(violation.version));
      const fault = await this.officers.faultOf(tx, violation, caller);
      if (fault) return refused(fault === 'violation.other-trade' ? forbidden(fault) : conflict(fault));
      const input = await this.facts.loadFacts(command, { ...request, tx }, violation, body);
      const decided = decideViolation(command, snapshotFor(violation, caller), input, at);
      if (!decided.ok) return decided;
      await this.saveStep.saveSteps(tx, caller, at, [{ violation, step: decided.value }]);
      return ok((await this.details.find({ ...request, tx }, id))!);
    });
  }
}
