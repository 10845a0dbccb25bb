import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { DesignatedAreaView } from './designated-area.dto';
import type { DesignatedArea } from './designated-area.store';

export const areaView = (area: DesignatedArea): DesignatedAreaView => ({
  id: area.id,
  name: area.name,
  enterpriseId: area.enterpriseId,
  ownerWelderId: area.ownerWelderId,
  placeKinds: [...area.placeKinds],
  regionCode: area.regionCode,
  lat: area.lat,
  lng: area.lng,
  radiusM: area.radiusM,
  radiusReason: area.radiusReason,
  signboardBoundAt: isoTimeOrNull(area.signboardBoundAt),
  withoutSignal: area.withoutSignalAt !== null,
  validFrom: isoTime(area.validFrom),
  validTo: isoTimeOrNull(area.validTo),
  createdAt: isoTime(area.createdAt),
});
