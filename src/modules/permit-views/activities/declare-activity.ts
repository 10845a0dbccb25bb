import { Injectable } from '@nestjs/common';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { NearbyActivityRow } from '../../../schema/permit-views/nearby-activity.row';
import { RegistryReader, type EnterpriseFacts } from '../../registry/registry.reader';
import { activityAudit } from './activity-audit';
import type { NearbyActivityRequest, NearbyActivityView } from './nearby-activity.dto';
import { activityView } from './nearby-activity.mapper';
import { NearbyActivityStore } from './nearby-activity.store';

const LONGEST = 366 * DAY;

/** Tells those who plan hot work near that something goes on which it must keep away from. */
@Injectable()
export class DeclareActivity {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly activities: NearbyActivityStore,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, body: NearbyActivityRequest): Promise<Result<NearbyActivityView, Refusal>> {
    const wrong = wrongTimes(body, at);
    if (wrong) return refused(wrong);
    return this.uow.run(caller.scope, async (tx) => {
      const enterprise = await this.registry.enterpriseById(tx, body.enterpriseId ?? caller.enterpriseId ?? '');
      if (!enterprise) return refused(wrongField('enterpriseId', 'enterprise.unknown'));
      const activity = activityOf(body, enterprise, caller.userId, this.ids.next(at), at);
      await this.activities.insert(tx, activity);
      const shown = activityView(activity);
      this.journal.record(tx, caller, at, [activityAudit('declared', shown)]);
      return ok(shown);
    });
  }
}

function wrongTimes({ startsAt, endsAt, dailyFrom, dailyTo }: NearbyActivityRequest, at: Instant): Refusal | null {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  if (from >= to) return wrongField('endsAt', 'activity.times-reversed');
  if (to <= at) return wrongField('endsAt', 'activity.over');
  if (to - from > LONGEST) return wrongField('endsAt', 'activity.too-long');
  const halfGiven = (dailyFrom === undefined) !== (dailyTo === undefined);
  return halfGiven || (dailyFrom !== undefined && dailyFrom === dailyTo)
    ? wrongField('dailyTo', 'activity.daily-hours')
    : null;
}

const activityOf = (
  request: NearbyActivityRequest,
  { id: enterpriseId, regionCode }: EnterpriseFacts,
  declaredBy: string,
  id: string,
  at: Instant,
): NearbyActivityRow => ({
  id,
  kind: request.kind,
  enterpriseId,
  regionCode,
  placeName: request.placeName.trim(),
  lat: request.lat,
  lng: request.lng,
  radiusM: request.radiusM,
  startsAt: Date.parse(request.startsAt),
  endsAt: Date.parse(request.endsAt),
  dailyFrom: request.dailyFrom ?? null,
  dailyTo: request.dailyTo ?? null,
  declaredBy,
  createdAt: at,
  withdrawnAt: null,
});
