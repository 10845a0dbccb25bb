import type { Schemas } from '@/api/client';
import type { NewSite, Site } from '@/api/sites';
import type { MapPoint } from '@/ui/place-map.vue';

type Trade = Site['trade'];
type Hours = 'rule' | 'own' | 'always';

/** What is typed and drawn about a site. */
export interface SiteDraft {
  name: string;
  enterpriseId: string | undefined;
  trade: Trade | undefined;
  kinds: string[];
  shape: 'circle' | 'outline';
  lat: number | null;
  lng: number | null;
  radiusM: number;
  /** `[lng, lat]`, not closed yet. */
  corners: number[][];
  hours: Hours;
  from: string;
  to: string;
  phone: string;
}

const ALWAYS = { from: '00:00', to: '24:00' };
const LEAST_CORNERS = 3;

export const emptySite = (enterpriseId: string | undefined): SiteDraft => ({
  name: '',
  enterpriseId,
  trade: undefined,
  kinds: [],
  shape: 'circle',
  lat: null,
  lng: null,
  radiusM: 100,
  corners: [],
  hours: 'rule',
  from: '08:00',
  to: '22:00',
  phone: '',
});

/** A site back on the form. Its phone is shown masked and stays unless another is typed. */
export function draftOf(site: Site): SiteDraft {
  const { openingHours: hours } = site;
  const always = hours?.from === ALWAYS.from && hours.to === ALWAYS.to;
  return {
    ...emptySite(site.enterpriseId),
    name: site.name,
    trade: site.trade,
    kinds: [...site.kinds],
    shape: site.outline ? 'outline' : 'circle',
    lat: site.lat,
    lng: site.lng,
    radiusM: site.radiusM ?? 100,
    corners: site.outline?.slice(0, -1).map((point) => [...point]) ?? [],
    hours: always ? 'always' : hours ? 'own' : 'rule',
    ...(hours && !always && { from: hours.from, to: hours.to }),
  };
}

const areaOf = ({ shape, lat, lng, radiusM, corners }: SiteDraft) =>
  shape === 'circle' ? { lat: lat ?? 0, lng: lng ?? 0, radiusM } : { outline: [...corners, corners[0] ?? []] };

export const isComplete = ({ name, enterpriseId, shape, lat, corners }: SiteDraft): boolean =>
  name.trim() !== '' && Boolean(enterpriseId) && (shape === 'circle' ? lat !== null : corners.length >= LEAST_CORNERS);

export const changeOf = (draft: SiteDraft): Schemas['ChangeSiteRequest'] => ({
  name: draft.name.trim(),
  kinds: draft.kinds,
  ...areaOf(draft),
  ...(draft.trade && { trade: draft.trade }),
  openingHours: draft.hours === 'rule' ? null : draft.hours === 'always' ? ALWAYS : { from: draft.from, to: draft.to },
  ...(draft.phone.trim() && { occupierPhone: draft.phone.trim() }),
});

export const requestOf = (draft: SiteDraft): NewSite => ({
  ...changeOf(draft),
  name: draft.name.trim(),
  ...(draft.enterpriseId && { enterpriseId: draft.enterpriseId }),
});

/** How far the drawing has come. */
export function pointsOf({ shape, lat, lng, radiusM, corners, name }: SiteDraft): MapPoint[] {
  if (shape === 'circle')
    return lat === null || lng === null
      ? []
      : [{ id: 'own', lat, lng, radiusM, tone: 'green', label: name, fixed: true }];
  return corners.map(([east = 0, north = 0], i) => ({
    id: `corner-${i}`,
    lat: north,
    lng: east,
    tone: 'green',
    label: String(i + 1),
    fixed: true,
    ...(i === 0 && corners.length > 1 && { outline: corners }),
  }));
}
