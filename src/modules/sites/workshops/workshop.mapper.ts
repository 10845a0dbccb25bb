import { Injectable } from '@nestjs/common';
import { confirmationRefusal, confirmerOf } from '../../../domain/sites/workshop';
import type { Request } from '../../../platform/auth/request';
import { Catalogue } from '../../../platform/i18n/catalogue';
import type { WorkshopStateName, WorkshopView } from './workshop.dto';
import type { Workshop } from './workshop.view';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';

export const stateOf = ({ refusedBecause, designatedAreaId }: Workshop): WorkshopStateName => {
  if (refusedBecause !== null) return 'refused';
  return designatedAreaId === null ? 'asked' : 'confirmed';
};

@Injectable()
export class WorkshopViews {
  constructor(private readonly catalogue: Catalogue) {}

  of(one: Workshop, { caller: { roles, userId }, language }: Pick<Request, 'caller' | 'language'>): WorkshopView {
    const as = confirmerOf(roles);
    const state = stateOf(one);
    return {
      id: one.id,
      name: one.name,
      ownerWelderId: one.ownerWelderId,
      enterpriseId: one.enterpriseId,
      ownerName: one.ownerName,
      regionCode: one.regionCode,
      lat: one.lat,
      lng: one.lng,
      radiusM: one.radiusM,
      kinds: [...one.placeKinds],
      state,
      askedAt: isoTime(one.askedAt),
      gridConfirmedAt: isoTimeOrNull(one.gridConfirmedAt),
      countyConfirmedAt: isoTimeOrNull(one.countyConfirmedAt),
      refusedBecause: one.refusedBecause,
      validTo: isoTimeOrNull(one.validTo),
      endedAt: isoTimeOrNull(one.endedAt),
      endedBecause: one.endedBecause && this.catalogue.text(one.endedBecause, language, one.endedParams ?? {}),
      mayConfirm: as !== null && confirmationRefusal({ ...one, refused: state !== 'asked' }, as, userId) === null,
    };
  }
}
