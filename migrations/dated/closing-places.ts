import type { DatedRule } from './dated-rules';
import { placesClosedWhileOpen } from './open-places';

const USUAL_HOURS = { from: '08:00', to: '22:00' };

/** Places where people live and trade under one roof were missing among those of the notice. */
export const closingPlaces: readonly DatedRule[] = [
  {
    id: 'dated-closed-hours-live-in-2026',
    key: 'place.closed-hours-only',
    validFrom: '2026-11-01T00:00:00+08:00',
    value: { ...(placesClosedWhileOpen.value as Readonly<Record<string, unknown>>), 'live-in-business': USUAL_HOURS },
    source: `${placesClosedWhileOpen.source}；多合一场所自2026年11月1日起由平台补列`,
    certainty: placesClosedWhileOpen.certainty,
  },
];
