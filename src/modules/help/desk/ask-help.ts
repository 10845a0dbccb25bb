import { Injectable } from '@nestjs/common';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { HOUR } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OwnPhotos } from '../../../platform/files/own-photos';
import { Ids } from '../../../platform/time/ids';
import { StoredDecisions, type StoredDecision } from '../../jobs/refusals/stored-decisions';
import { RegistryReader } from '../../registry/registry.reader';
import { RulesReader } from '../../rules/rules.reader';
import type { AskHelpRequest, HelpDetail } from './help.dto';
import { HelpDetails } from './help-details';
import { helpNews } from './help-news';
import { HelpStore, type StoredTicket } from './help.store';

/** One tap on a refusal. Asked twice, also out of an outbox, it is the same request. */
@Injectable()
export class AskHelp {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly decisions: StoredDecisions,
    private readonly registry: RegistryReader,
    private readonly photos: OwnPhotos,
    private readonly rules: RulesReader,
    private readonly store: HelpStore,
    private readonly details: HelpDetails,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute(request: Request, body: AskHelpRequest): Promise<Result<HelpDetail, Refusal>> {
    const seen = await this.uow.run(request.caller.scope, (tx) => this.decisions.find(tx, body.decisionId));
    if (!seen) return refused(notFound('help.decision-unknown'));
    if (seen.allowed) return refused(conflict('help.not-refused'));
    const hours = this.rules.book().value<number>('help.asked-within-hours', seen, request.at);
    if (request.at > seen.at + hours * HOUR) return refused(conflict('help.too-old', { params: { hours } }));
    return this.uow.run(systemScope('help'), async (tx): Promise<Result<HelpDetail, Refusal>> => {
      const call = { ...request, tx };
      const photoIds = body.photoId === undefined ? [] : [body.photoId];
      if (!(await this.photos.areOf(tx, request.caller, photoIds)))
        return refused(wrongField('photoId', 'job.photo-unknown'));
      const ticket = await this.ticketOf(call, seen, body);
      const isNew = await this.store.insertNew(tx, ticket);
      if (isNew) this.tell(call, ticket);
      return ok(await this.details.show(call, isNew ? ticket : (await this.store.ofDecision(tx, seen.id))!));
    });
  }

  private async ticketOf({ tx, caller, at }: Call, seen: StoredDecision, body: AskHelpRequest): Promise<StoredTicket> {
    const { id: decisionId, enterpriseId, welderId, machineId } = seen;
    // a code that belongs to no machine has no place: then it is the welder's region that helps
    const welder = seen.regionCode === '' && welderId !== null ? await this.registry.welderById(tx, welderId) : null;
    return {
      id: this.ids.next(at),
      ...{ decisionId, enterpriseId, welderId, machineId, refusedAt: seen.at },
      regionCode: seen.regionCode || welder?.regionCode || (caller.regionCode ?? ''),
      ...{ askedBy: caller.userId, askedAt: at, state: 'open', takenBy: null, closedAt: null },
      ...{ note: body.note?.trim() || null, photoId: body.photoId ?? null },
    };
  }

  private tell({ tx, caller, at }: Call, ticket: StoredTicket): void {
    const { id, regionCode, decisionId, welderId, machineId } = ticket;
    const after = { decisionId, welderId, machineId };
    this.journal.record(
      tx,
      caller,
      at,
      [{ action: 'help.asked', entity: 'help-ticket', entityId: id, regionCode, after }],
      [helpNews('help.asked', ticket, 'open')],
    );
  }
}
