import { Injectable } from '@nestjs/common';
import { grantFault } from '../../../domain/help/grant-fault';
import { HELP_COMMANDS, helpLifeCycle, type HelpCommand, type HelpState } from '../../../domain/help/help-life-cycle';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { instantOf } from '../../../kernel/rfc3339';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { Waivers, type WaiverGiven } from '../../jobs/refusals/waivers';
import type { HelpCommandRequest, HelpDetail } from './help.dto';
import { HelpDetails, type KnownTicket } from './help-details';
import { helpNews } from './help-news';
import { HelpStore, type NewStep } from './help.store';

/** Reasons that lie with the person rather than the ticket. */
const PERSONAL = ['help.desk-only', 'help.own-request', 'help.not-yours'];

/** A step of the duty desk: taken, answered, let pass, put right, closed. */
@Injectable()
export class CommandHelp {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: HelpStore,
    private readonly details: HelpDetails,
    private readonly waivers: Waivers,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute(
    request: Request,
    id: string,
    name: string,
    body: HelpCommandRequest,
  ): Promise<Result<HelpDetail, Refusal>> {
    const command = HELP_COMMANDS.find((one) => one === name);
    if (!command) return refused(notFound('help.command-unknown', { extra: { commands: HELP_COMMANDS } }));
    if (!(await this.uow.run(request.caller.scope, (tx) => this.store.find(tx, id))))
      return refused(notFound('help.not-found'));
    return this.uow.attempt(systemScope('help'), async (tx) => {
      const call = { ...request, tx };
      const known = await this.details.know(call, (await this.store.lock(tx, id))!);
      const moved = helpLifeCycle.step(known.snapshot, command);
      if (moved.outcome !== 'moved') return refused(objection(known, moved));
      const grant = command === 'grant' ? this.grantOf(known, body, request.at) : ok(null);
      if (!grant.ok) return grant;
      if (command === 'answer' && !body.note) return refused(wrongField('note', 'field.required'));
      await this.save(call, known, { command, to: moved.to, note: body.note?.trim() || null, grant: grant.value });
      return ok(await this.details.show(call, (await this.store.find(tx, id))!));
    });
  }

  private grantOf(
    { ticket, grantable }: KnownTicket,
    body: HelpCommandRequest,
    at: Instant,
  ): Result<WaiverGiven, Refusal> {
    const { findingCodes: codes, until: end, reason } = body;
    if (!codes) return refused(wrongField('findingCodes', 'field.required'));
    if (!end) return refused(wrongField('until', 'field.required'));
    if (!reason) return refused(wrongField('reason', 'field.required'));
    const until = instantOf(end);
    const longestHours = this.details.longestGrantHours(ticket.regionCode, at);
    const fault = grantFault({ codes, until }, { grantable, longestHours }, at);
    return fault ? refused(wrongField(fault.field, fault.code, { hours: longestHours })) : ok({ codes, until, reason });
  }

  private async save(
    call: Call,
    { ticket, decision }: KnownTicket,
    { command, to, note, grant }: Taken,
  ): Promise<void> {
    const { tx, caller, at } = call;
    const step: NewStep = {
      ...{ id: this.ids.next(at), ticketId: ticket.id, command, takenBy: caller.userId, takenAt: at },
      note: grant?.reason ?? note,
      ...{ findingCodes: [...(grant?.codes ?? [])], until: grant?.until ?? null },
    };
    if (grant) await this.waivers.give(call, decision, grant);
    await this.store.saveStep(tx, ticket, step, to, at);
    const { id: entityId, regionCode } = ticket;
    const change = { before: { state: ticket.state }, after: { state: to, findingCodes: step.findingCodes } };
    const entry = { action: `help.${command}`, entity: 'help-ticket', entityId, regionCode, ...change };
    this.journal.record(tx, caller, at, [entry], [helpNews('help.changed', ticket, to)]);
  }
}

/** A command that may be taken. */
interface Taken {
  readonly command: HelpCommand;
  readonly to: HelpState;
  readonly note: string | null;
  readonly grant: WaiverGiven | null;
}

type NotMoved = Exclude<ReturnType<(typeof helpLifeCycle)['step']>, { outcome: 'moved' }>;

function objection({ snapshot }: KnownTicket, step: NotMoved): Refusal {
  const extra = { commands: helpLifeCycle.open(snapshot) };
  if (step.outcome === 'not-open') return conflict('help.command-not-open', { extra });
  const reason = step.reasons[0]!;
  return PERSONAL.includes(reason) ? forbidden(reason, { extra }) : conflict(reason, { extra });
}
