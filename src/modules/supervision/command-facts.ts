import { Injectable } from '@nestjs/common';
import type { CommandForm } from '../../domain/violations/command-needs';
import type { DueDays } from '../../domain/violations/deadlines';
import type { CommandInputs } from '../../domain/violations/steps/command-input';
import type { ViolationCommand } from '../../domain/violations/violation-life-cycle';
import { DAY, shanghaiMidnight, type Instant } from '../../kernel/time';
import type { Call } from '../../platform/auth/request';
import { RulesReader } from '../rules/rules.reader';
import { Assignees } from './assignees';
import { OwnPhotos } from '../../platform/files/own-photos';
import type { ViolationCommandRequest } from './violation-request.dto';
import { ViolationStore, type ViolationRecord } from './violation.store';

type Gather<C extends ViolationCommand> = (
  call: Call,
  violation: ViolationRecord,
  form: CommandForm,
) => CommandInputs[C] | Promise<CommandInputs[C]>;

/** What each command depends on beside the violation. Nothing is decided here. */
@Injectable()
export class CommandFacts {
  private readonly gather: { readonly [C in ViolationCommand]: Gather<C> } = {
    assign: (call, violation, form) => this.assignment(call, violation, form),
    reassign: (call, violation, form) => this.assignment(call, violation, form),
    rectify: async ({ tx, caller }, _, form) => ({
      ...form,
      photosAreTheirs: await this.photos.areOf(tx, caller, form.photoIds ?? []),
    }),
    review: (_call, _violation, form) => form,
    close: (_call, _violation, form) => form,
    reopen: async ({ tx, at }, violation, form) => ({
      ...form,
      openOfCause: await this.store.openOf(tx, violation.cause),
      dueDays: this.dueDays(violation, at),
    }),
    withdraw: (_call, _violation, form) => form,
    list: (_call, _violation, form) => form,
    supervise: (_call, _violation, form) => form,
    'hand-over': (_call, _violation, form) => form,
  };

  constructor(
    private readonly rules: RulesReader,
    private readonly assignees: Assignees,
    private readonly photos: OwnPhotos,
    private readonly store: ViolationStore,
  ) {}

  async loadFacts<C extends ViolationCommand>(
    command: C,
    call: Call,
    violation: ViolationRecord,
    { dueAt, dueOn, ...form }: ViolationCommandRequest,
  ): Promise<CommandInputs[C]> {
    const gather: Gather<C> = this.gather[command];
    return gather(call, violation, { ...form, dueAt: dueOf(dueAt, dueOn) });
  }

  private async assignment(
    { tx, at }: Call,
    violation: ViolationRecord,
    form: CommandForm,
  ): Promise<CommandInputs['assign']> {
    return {
      ...form,
      assignee: form.userId === undefined ? null : await this.assignees.person(tx, form.userId),
      assignedTo: form.enterpriseId === undefined ? null : await this.assignees.enterprise(tx, form.enterpriseId),
      dueDays: this.dueDays(violation, at),
    };
  }

  private dueDays({ regionCode }: ViolationRecord, at: Instant): DueDays {
    return this.rules.book().value<DueDays>('supervision.due-days', { regionCode }, at);
  }
}

/** A day is named in whole: what is due on it is due when it ends. */
function dueOf(dueAt: string | undefined, dueOn: string | undefined): Instant | undefined {
  if (dueOn !== undefined) return shanghaiMidnight(dueOn) + DAY;
  return dueAt === undefined ? undefined : Date.parse(dueAt);
}
