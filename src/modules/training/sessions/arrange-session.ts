import { Injectable } from '@nestjs/common';
import { sessionFault } from '../../../domain/training/attendance';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { isWithin } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import { instantOf } from '../../../kernel/rfc3339';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { TrainingSessionRow } from '../../../schema/training/training-session.row';
import { RegionsReader } from '../../regions/regions.reader';
import { CampaignStore } from '../campaigns/campaign.store';
import { ProviderStore } from '../providers/provider.store';
import { servesRegion } from '../training-reach';
import { SessionCodes } from './session-codes';
import type { OpenSessionRequest, TrainingSessionView } from './session.dto';
import { toTrainingSessionView } from './session.mapper';
import { SessionStore } from './session.store';
import { SessionsView } from './sessions.view';

/** A session at one place. A trainer's own region may lie below that of the campaign: the session takes place there. */
@Injectable()
export class ArrangeSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly campaigns: CampaignStore,
    private readonly sessions: SessionStore,
    private readonly view: SessionsView,
    private readonly providers: ProviderStore,
    private readonly regions: RegionsReader,
    private readonly codes: SessionCodes,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  execute(request: Request, body: OpenSessionRequest): Promise<Result<TrainingSessionView, Refusal>> {
    return this.uow.run(systemScope('training'), async (tx): Promise<Result<TrainingSessionView, Refusal>> => {
      const made = await this.sessionOf({ ...request, tx }, body);
      if (!made.ok) return made;
      const { caller, at } = request;
      await this.sessions.insert(tx, made.value);
      const { secretSealed: _, ...after } = made.value;
      const entry = { action: 'training-session.arranged', entity: 'training-session', entityId: after.id };
      this.journal.record(tx, caller, at, [{ ...entry, regionCode: after.regionCode, after }]);
      const shown = await this.view.find(tx, after.id);
      return shown ? ok(toTrainingSessionView(shown)) : refused(notFound('training.session-unknown'));
    });
  }

  private async sessionOf(call: Call, body: OpenSessionRequest): Promise<Result<TrainingSessionRow, Refusal>> {
    const { tx, caller, at } = call;
    const campaign = await this.campaigns.find(tx, body.campaignId);
    if (!campaign) return refused(wrongField('campaignId', 'training.campaign-unknown'));
    if (campaign.closedAt !== null) return refused(conflict('training.campaign-closed'));
    const own = caller.scope.kind === 'region' ? caller.scope.regionCode : campaign.regionCode;
    const regionCode = body.regionCode ?? (own.length > campaign.regionCode.length ? own : campaign.regionCode);
    if (!servesRegion(caller, regionCode) || !isWithin(regionCode, campaign.regionCode))
      return refused(forbidden('training.outside-region'));
    const period = { from: instantOf(body.startsAt), to: instantOf(body.endsAt) };
    const fault = sessionFault(period, at);
    if (fault) return refused(wrongField('endsAt', fault));
    const wrong = await this.wrongIn(call, body, regionCode);
    if (wrong) return refused(wrong);
    return ok({
      ...{ id: this.ids.next(at), campaignId: campaign.id, regionCode, placeName: readTyped(body.placeName) },
      ...{ lat: body.lat ?? null, lng: body.lng ?? null, startsAt: period.from, endsAt: period.to },
      ...{ instructor: readTyped(body.instructor), providerId: body.providerId ?? null, capacity: body.capacity },
      ...{ secretSealed: this.codes.newSecret(), createdBy: caller.userId, createdAt: at },
    });
  }

  private async wrongIn({ tx }: Call, body: OpenSessionRequest, regionCode: string): Promise<Refusal | null> {
    if ((body.lat === undefined) !== (body.lng === undefined)) return wrongField('lat', 'training.half-a-place');
    if (!(await this.regions.exists(tx, regionCode))) return wrongField('regionCode', 'region.unknown');
    if (body.providerId === undefined) return null;
    const provider = await this.providers.find(tx, body.providerId);
    if (!provider) return wrongField('providerId', 'training.provider-unknown');
    return provider.state === 'suspended' ? wrongField('providerId', 'training.provider-suspended') : null;
  }
}
