import { Injectable } from '@nestjs/common';
import { PERMIT_COMMANDS, type PermitCommand } from '../../domain/permits/permit-life-cycle';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { violatedConstraint } from '../../platform/database/unique-violation';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import type { Language } from '../../platform/i18n/texts';
import type { Instant } from '../../kernel/time';
import { Clock } from '../../platform/time/clock';
import { CommandHandlers } from './commands/command-handlers';
import type { Given } from './commands/handler';
import { wrongBody, type PermitCommandRequest } from './permit-command.dto';
import type { PermitView } from './permit-detail.dto';
import { PermitDetails } from './permit-detail';
import { PermitLoader, type Loaded } from './permit-loader';
import { PermitPeople, personOf } from './permit-people';
import { PermitSteps } from './permit-steps';

/** The index that lets nobody watch two points. */
const ONE_WATCH = 'permits_one_watch';

/** A person gives a permit a command. Under the system's scope, for a chain crosses enterprises; who reaches it is asked first. */
@Injectable()
export class CommandPermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly loader: PermitLoader,
    private readonly people: PermitPeople,
    private readonly handlers: CommandHandlers,
    private readonly steps: PermitSteps,
    private readonly details: PermitDetails,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    id: string,
    name: string,
    body: PermitCommandRequest,
    language: Language,
  ): Promise<Result<PermitView, Refusal>> {
    const command = PERMIT_COMMANDS.find((one) => one === name);
    if (!command) return refused(notFound('permit.command-unknown', { extra: { commands: PERMIT_COMMANDS } }));
    try {
      return await this.attempt(caller, id, command, body, language);
    } catch (fault) {
      // signed on elsewhere at the same moment: the next look tells where
      if (violatedConstraint(fault) !== ONE_WATCH) throw fault;
      return this.attempt(caller, id, command, body, language);
    }
  }

  private attempt(
    caller: Caller,
    id: string,
    command: PermitCommand,
    body: PermitCommandRequest,
    language: Language,
  ): Promise<Result<PermitView, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(systemScope('command-permit'), async (tx) => {
      const [loaded, person] = await Promise.all([
        this.loader.lockFor(tx, caller, id, at),
        this.people.personOf(tx, caller, at),
      ]);
      if (!loaded) return refused(notFound('permit.not-found'));
      const done = await this.give(tx, command, { ...loaded, caller, person, body, at });
      return done.ok
        ? ok(await this.details.of(tx, done.value.permit, done.value.rules, { person, language }, at))
        : done;
    });
  }

  /** As the caller sees it, with the commands open to them. */
  async shown(tx: Tx, caller: Caller, loaded: Loaded, language: Language, at: Instant): Promise<PermitView> {
    const person = await this.people.viewerOf(tx, caller, loaded.permit, at);
    return this.details.of(tx, loaded.permit, loaded.rules, { person, language }, at);
  }

  /** Submits what was just made, in the same transaction. */
  async submit(tx: Tx, caller: Caller, made: Loaded, at: Instant): Promise<Result<Loaded, Refusal>> {
    return this.give(tx, 'submit', { ...made, caller, person: personOf(caller), body: {}, at });
  }

  /** In the caller's transaction, on a permit that is locked. */
  async give(tx: Tx, command: PermitCommand, given: Given): Promise<Result<Loaded, Refusal>> {
    const { permit, rules, caller, person, body, at } = given;
    const handler = this.handlers.byCommand[command];
    const early = this.steps.closedTo({
      permit,
      rules,
      step: command,
      person,
      at,
      input: { confirm: body.confirm ?? false },
    });
    const wrong = early ?? wrongBody(command, body);
    if (wrong) return refused(wrong);
    const input = (await handler.input?.(tx, given)) ?? ok({});
    if (!input.ok) return input;
    const stepping = { permit, rules, step: command, person, actor: caller, input: input.value, at };
    const done = await this.steps.take(tx, stepping, handler.act(given));
    if (!done.ok) await handler.refused?.(tx, given, done.refusal);
    return done;
  }
}
