import { Injectable } from '@nestjs/common';
import { qualifiedToWatch } from '../../../domain/permits/people';
import { decide } from '../../../domain/permits/steps/decide';
import { forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { GasTestRequest } from './permit-command.dto';
import { PermitDetails } from '../page/permit-detail';
import type { PermitView } from '../page/permit-detail.dto';
import { PermitLoader } from '../permit-loader';
import { PermitPeople } from '../people/permit-people';
import { SaveStep } from './save-step';
import { StepFacts } from './step-facts';

/**
 * Readings of a device that measures all the time, sent under the account of a fire watcher or safety officer of the
 * permit's parties. Same checks as by hand; one that fails stops the work.
 */
@Injectable()
export class FeedGas {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly loader: PermitLoader,
    private readonly people: PermitPeople,
    private readonly facts: StepFacts,
    private readonly saving: SaveStep,
    private readonly details: PermitDetails,
  ) {}

  async execute(request: Request, id: string, body: GasTestRequest): Promise<Result<PermitView, Refusal>> {
    const { caller, at } = request;
    return this.uow.run(systemScope('gas-feed'), async (tx) => {
      const loaded = await this.loader.lockFor(tx, caller, id, at);
      if (!loaded) return refused(notFound('permit.not-found'));
      const person = await this.people.personOf(tx, caller, at);
      const [stranger] = qualifiedToWatch({ ...loaded, state: loaded.permit.state, person, input: {}, at });
      if (stranger) return refused(forbidden('permit.feed-not-yours'));
      const given = this.facts.gasTest(body, loaded, { source: 'feed', testedBy: caller.userId }, at);
      const decided = decide('gas-test', { ...loaded, person: { kind: 'platform' } }, ok(given), at);
      if (!decided.ok) return decided;
      const after = await this.saving.saveStep({ tx, actor: caller, at }, loaded, decided.value);
      return ok(await this.details.showPermit({ ...request, tx }, after));
    });
  }
}
