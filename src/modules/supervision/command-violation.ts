import { Injectable } from '@nestjs/common';
import {
  VIOLATION_COMMANDS,
  violationLifeCycle,
  type ViolationCommand,
  type ViolationReason,
  type ViolationState,
} from '../../domain/violations/violation-life-cycle';
import type { Step } from '../../kernel/life-cycle';
import { conflict, forbidden, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { versionStale } from '../../platform/http/version';
import type { Language } from '../../platform/i18n/texts';
import { Clock } from '../../platform/time/clock';
import { CommandEffects } from './command-effects';
import { snapshotFor } from './handler';
import { ViolationDetails } from './violation-detail.view';
import type { ViolationCommandRequest } from './violation-request.dto';
import type { ViolationDetail } from './violation.dto';
import { ViolationJournal } from './violation-journal';
import { ViolationStore } from './violation.store';

/** A command as a person gave it; `version` is that of the form they read, null where they said none. */
export interface PersonsCommand {
  readonly id: string;
  readonly name: string;
  readonly version: number | null;
  readonly request: ViolationCommandRequest;
}

/** One step of the loop: given to somebody, put right, looked at again, signed off. */
@Injectable()
export class CommandViolation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ViolationStore,
    private readonly effects: CommandEffects,
    private readonly journal: ViolationJournal,
    private readonly details: ViolationDetails,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    { id, name, version, request }: PersonsCommand,
    language: Language,
  ): Promise<Result<ViolationDetail, Refusal>> {
    const at = this.clock.now();
    const command = VIOLATION_COMMANDS.find((one) => one === name);
    if (command === undefined)
      return refused(notFound('violation.command-unknown', { extra: { commands: VIOLATION_COMMANDS } }));
    return this.uow.run(caller.scope, async (tx) => {
      const before = await this.store.lock(tx, id);
      if (!before) return refused(notFound('violation.not-found'));
      if (version !== null && version !== before.version) return refused(versionStale(before.version));
      const snapshot = snapshotFor(before, caller);
      const step = violationLifeCycle.step(snapshot, command);
      if (step.outcome !== 'moved') return refused(refusalOf(step, violationLifeCycle.open(snapshot)));
      const effect = await this.effects.of(tx, command, { violation: before, request, caller, at });
      if (!effect.ok) return effect;
      const { columns, detail, after } = effect.value;
      await this.store.change(tx, id, { state: step.to, ...columns });
      this.journal.record(tx, caller, at, [
        {
          command,
          after: { ...before, ...after, state: step.to },
          from: before.state,
          detail,
          audited: withoutNote(detail),
          news: 'violation.changed',
        },
      ]);
      return ok((await this.details.find({ tx, caller, language, at }, id))!);
    });
  }
}

/** What a person wrote about the place may name people: it stays in the case's history. */
const withoutNote = ({ note: _, ...rest }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  rest;

type Stopped = Exclude<Step<ViolationState, ViolationReason>, { outcome: 'moved' }>;

function refusalOf(step: Stopped, commands: ViolationCommand[]): Refusal {
  if (step.outcome === 'not-open') return conflict('violation.command-not-open', { extra: { commands } });
  return forbidden(step.reasons[0]!, { extra: { commands } });
}
