import { confirmationRefusal, confirmerOf } from '../../../domain/sites/workshop';
import type { Caller } from '../../../platform/auth/caller';
import type { WorkshopStateName, WorkshopView } from './workshop.dto';
import type { Workshop } from './workshop.store';

export const stateOf = ({ refusedBecause, designatedAreaId }: Workshop): WorkshopStateName => {
  if (refusedBecause !== null) return 'refused';
  return designatedAreaId === null ? 'asked' : 'confirmed';
};

export function workshopView(one: Workshop, { roles, userId }: Caller): WorkshopView {
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
    askedAt: one.askedAt.toISOString(),
    gridConfirmedAt: one.gridConfirmedAt?.toISOString() ?? null,
    countyConfirmedAt: one.countyConfirmedAt?.toISOString() ?? null,
    refusedBecause: one.refusedBecause,
    validTo: one.validTo?.toISOString() ?? null,
    mayConfirm: as !== null && confirmationRefusal({ ...one, refused: state !== 'asked' }, as, userId) === null,
  };
}
