import { Injectable } from '@nestjs/common';
import { PERMIT_COMMANDS, type PermitCommand } from '../../../domain/permits/permit-life-cycle';
import { timeIfSubmitted } from '../../../domain/permits/planned-time';
import { decide } from '../../../domain/permits/steps/decide';
import type { User } from '../../../domain/permits/snapshot';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { violatedConstraint } from '../../../platform/database/unique-violation';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { PermitCommandRequest } from './permit-command.dto';
import type { PermitView } from '../page/permit-detail.dto';
import { PermitDetails } from '../page/permit-detail';
import { PermitLoader, type Loaded } from '../permit-loader';
import { PermitPeople } from '../people/permit-people';
import { SaveStep } from './save-step';
import { StepFacts } from './step-facts';
import { StepWriter } from './step-writer';

/** The index that lets nobody watch two points. */
const ONE_WATCH = 'permits_one_watch';

/** A person gives a permit a command. Under the system's scope, for a chain crosses enterprises; who reaches it is asked first. */
@Injectable()
export class CommandPermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly loader: PermitLoader,
    private readonly people: PermitPeople,
    private readonly facts: StepFacts,
    private readonly saving: SaveStep,
    private readonly writer: StepWriter,
    private readonly details: PermitDetails,
  ) {}

  async execute(
    request: Request,
    id: string,
    name: string,
    body: PermitCommandRequest,
  ): Promise<Result<PermitView, Refusal>> {
    const command = PERMIT_COMMANDS.find((one) => one === name);
    if (!command) return refused(notFound('permit.command-unknown', { extra: { commands: PERMIT_COMMANDS } }));
    try {
      return await this.attempt(request, id, command, body);
    } catch (fault) {
      // signed on elsewhere at the same moment: the next look tells where
      if (violatedConstraint(fault) !== ONE_WATCH) throw fault;
      return this.attempt(request, id, command, body);
    }
  }

  private attempt(
    request: Request,
    id: string,
    command: PermitCommand,
    body: PermitCommandRequest,
  ): Promise<Result<PermitView, Refusal>> {
    return this.uow.run(systemScope('command-permit'), async (tx) => {
      const call = { ...request, tx };
      const [loaded, person] = await Promise.all([
        this.loader.lockFor(tx, call.caller, id, call.at),
        this.people.personOf(tx, call.caller, call.at),
      ]);
      if (!loaded) return refused(notFound('permit.not-found'));
      const done = await this.takeStep(call, command, loaded, person, body);
      return done.ok ? ok(await this.details.showPermit(call, done.value, person)) : done;
    });
  }

  /** In the caller's transaction, on a permit that is locked. */
  async takeStep(
    call: Call,
    command: PermitCommand,
    stored: Loaded,
    person: User,
    body: PermitCommandRequest,
  ): Promise<Result<Loaded, Refusal>> {
    const loaded = command === 'submit' ? beginningNow(stored, call.at) : stored;
    const writing = { tx: call.tx, actor: call.caller, at: call.at };
    const given = await this.facts.loadFacts(call, command, loaded, body);
    const decided = decide(command, { ...loaded, person }, given, call.at);
    if (decided.ok) return ok(await this.saving.saveStep(writing, loaded, decided.value));
    if (decided.alarm) await this.writer.alarm(writing, loaded.permit, decided.alarm);
    return refused(decided.refusal);
  }
}

/** A start that was left out is the moment of submission. */
const beginningNow = ({ permit, rules }: Loaded, at: Instant): Loaded => ({
  permit: { ...permit, ...timeIfSubmitted(permit, at) },
  rules,
});
