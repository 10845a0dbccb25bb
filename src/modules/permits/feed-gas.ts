import { Injectable } from '@nestjs/common';
import { qualifiedToWatch } from '../../domain/permits/people';
import { forbidden, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Language } from '../../platform/i18n/texts';
import { Clock } from '../../platform/time/clock';
import { CommandPermit } from './command-permit';
import { GasTests } from './commands/gas-tests';
import type { GasTestRequest } from './permit-command.dto';
import type { PermitView } from './permit-detail.dto';
import { PermitLoader } from './permit-loader';
import { PermitPeople } from './permit-people';
import { PermitSteps, snapshotOf } from './permit-steps';

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
    private readonly tests: GasTests,
    private readonly steps: PermitSteps,
    private readonly commands: CommandPermit,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    id: string,
    body: GasTestRequest,
    language: Language,
  ): Promise<Result<PermitView, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(systemScope('gas-feed'), async (tx) => {
      const loaded = await this.loader.lockFor(tx, caller, id, at);
      if (!loaded) return refused(notFound('permit.not-found'));
      const person = await this.people.personOf(tx, caller, at);
      const [stranger] = qualifiedToWatch(snapshotOf({ ...loaded, person, input: {}, at }));
      if (stranger) return refused(forbidden('permit.feed-not-yours'));
      const judged = this.tests.judge(body, loaded, at);
      if (!judged.ok) return judged;
      const stepping = { ...loaded, step: 'gas-test', person: { kind: 'platform' }, actor: caller, at } as const;
      const input = { gasPassed: judged.value.verdict.passed };
      const by = { userId: caller.userId, source: 'feed' } as const;
      const done = await this.steps.take(tx, { ...stepping, input }, (_tx, { permit }, to) => {
        const suspends = permit.state === 'active' && to === 'suspended';
        const effect = this.tests.keep(tx, id, judged.value, by, suspends, at);
        return ok({ ...effect, quiet: judged.value.verdict.passed });
      });
      return done.ok ? ok(await this.commands.shown(tx, caller, done.value, language, at)) : done;
    });
  }
}
