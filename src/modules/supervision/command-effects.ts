import { Injectable } from '@nestjs/common';
import { missingField } from '../../domain/violations/command-needs';
import { dueAfter, type DueDays } from '../../domain/violations/deadlines';
import { graver } from '../../domain/violations/grade';
import type { ViolationCommand } from '../../domain/violations/violation-life-cycle';
import { conflict, invalid, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { Assignees } from './assignees';
import { EvidencePhotos } from './evidence-photos';
import type { ViolationCommandRequest } from './violation-request.dto';
import { ViolationStore, type ChangeableColumn, type ViolationRecord } from './violation.store';

/** What a command changes beside the state, and what it leaves in the history. */
export interface CommandEffect {
  readonly columns: Partial<Record<ChangeableColumn, unknown>>;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly after?: Partial<ViolationRecord>;
}

/** All a command's effect depends on. */
export interface GivenCommand {
  readonly violation: ViolationRecord;
  readonly request: ViolationCommandRequest;
  readonly caller: Caller;
  readonly at: Instant;
}

type Outcome = Result<CommandEffect, Refusal>;
type Effects = Readonly<Record<ViolationCommand, (tx: Tx, given: GivenCommand) => Outcome | Promise<Outcome>>>;

/** What each command of the loop does. Whether it is open to the caller was decided before. */
@Injectable()
export class CommandEffects {
  private readonly effects: Effects = {
    assign: (tx, given) => this.assign(tx, given),
    rectify: (tx, given) => this.rectify(tx, given),
    review: (_, { caller, request }) => ok({ columns: { reviewed_by: caller.userId }, detail: noted(request.note) }),
    close: (_, { at, request }) => ok({ columns: { closed_at: new Date(at) }, detail: noted(request.note) }),
    reopen: (tx, given) => this.reopen(tx, given),
    withdraw: (_, { request }) =>
      ok({
        columns: { certainty: 'withdrawn' },
        detail: { reason: request.reason },
        after: { certainty: 'withdrawn' },
      }),
  };

  constructor(
    private readonly rules: RulesReader,
    private readonly store: ViolationStore,
    private readonly assignees: Assignees,
    private readonly photos: EvidencePhotos,
  ) {}

  async of(tx: Tx, command: ViolationCommand, given: GivenCommand): Promise<Outcome> {
    const missing = missingField(command, given.request);
    return missing === null ? this.effects[command](tx, given) : refused(fieldRefusal(missing, 'field.required'));
  }

  /** To give it to somebody is to believe it: what a detector only suspected is confirmed. */
  private async assign(tx: Tx, { violation, request, at }: GivenCommand): Promise<Outcome> {
    const { userId, note, dueAt } = request;
    if (userId === undefined && !note?.trim() && violation.enterpriseId === null)
      return refused(fieldRefusal('userId', 'violation.assignee-needed'));
    if (userId !== undefined && !(await this.assignees.fit(tx, userId, violation)))
      return refused(fieldRefusal('userId', 'violation.assignee-unfit'));
    const due = dueAt === undefined ? this.dueByRule(violation, at) : Date.parse(dueAt);
    if (due <= at) return refused(fieldRefusal('dueAt', 'violation.due-in-past'));
    return ok({
      columns: { assigned_to: userId ?? null, due_at: new Date(due), escalated_to: null, certainty: 'confirmed' },
      detail: { ...noted(note), assignedTo: userId ?? null, dueAt: new Date(due).toISOString() },
      after: { certainty: 'confirmed', assignedTo: userId ?? null },
    });
  }

  private async rectify(tx: Tx, { violation, request, caller, at }: GivenCommand): Promise<Outcome> {
    const photoIds = request.photoIds ?? [];
    if (!(await this.photos.areOf(tx, caller, photoIds)))
      return refused(fieldRefusal('photoIds', 'violation.photo-unknown'));
    const rectifiers = [...new Set([...violation.rectifiers, caller.userId])];
    return ok({
      columns: { rectifiers, rectified_at: new Date(at) },
      detail: { note: request.note, photoIds },
      after: { rectifiers },
    });
  }

  /** False rectification (虚假整改): the case begins anew, one step graver, unless it was found again meanwhile as a case of its own. */
  private async reopen(tx: Tx, { violation, request, at }: GivenCommand): Promise<Outcome> {
    const again = await this.store.openOf(tx, violation.cause);
    if (again !== null && again !== violation.id)
      return refused(conflict('violation.open-again', { extra: { violationId: again } }));
    const severity = graver(violation.severity);
    return ok({
      columns: {
        severity,
        assigned_to: null,
        reviewed_by: null,
        rectified_at: null,
        closed_at: null,
        escalated_to: null,
        due_at: new Date(this.dueByRule(violation, at)),
      },
      detail: { reason: request.reason, severity },
      after: { severity, assignedTo: null },
    });
  }

  private dueByRule({ grade, regionCode }: ViolationRecord, at: Instant): Instant {
    return dueAfter(grade, this.rules.book().value<DueDays>('supervision.due-days', { regionCode }, at), at);
  }
}

const noted = (note: string | undefined): { note?: string } => (note?.trim() ? { note } : {});

/** A refusal that one field of the form is to blame for. */
const fieldRefusal = (path: string, code: string): Refusal =>
  invalid(code === 'field.required' ? 'request.invalid' : code, { errors: [{ path, code }] });
