import type { Actor, Body, Cast, Firm } from './cast';
import type { SiteSpec } from './case';
import { TOWN } from './cast';
import type { Circle, Site, SiteAct, SiteFacts } from './oracle/world';
import { METRE } from './spots';

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const fields = ({ open, ...facts }: Partial<SiteFacts>): Body => ({
  ...facts,
  ...(open ? { openingHours: { from: clock(open[0]), to: clock(open[1]) } } : {}),
});

/** Enters a site beside the place, so that the circles touch, and does to it what the case says; a refused change is tried all the same. */
export async function enterSite(
  cast: Cast,
  spec: SiteSpec,
  own: Firm,
  place: Circle,
): Promise<{ id: string; site: Site }> {
  const firm = spec.of === 'own' ? own : await cast.firm(spec.of, own.town);
  const circle = { lat: place.lat + (spec.metres ?? 150) * METRE, lng: place.lng, radiusM: 100 };
  const manager = await cast.staff(firm, 'manager');
  const regulator = await cast.official('regulator', '411003');
  const made = await manager.must('/sites', {
    name: '测试场所',
    enterpriseId: firm.id,
    regionCode: TOWN[own.town],
    ...circle,
    ...fields(spec.facts),
  });
  const path = `/sites/${String(made['id'])}`;
  const acts: SiteAct[] = [];
  if (spec.confirmed) {
    await regulator.must(`${path}/confirm`);
    acts.push({ kind: 'confirm', official: true });
  }
  for (const { by, to, away } of spec.changes) {
    const actor: Actor = by === 'manager' ? manager : regulator;
    await actor.send('patch', path, { ...fields(to), ...(away ? { lat: circle.lat + 0.003, lng: circle.lng } : {}) });
    acts.push({ kind: 'change', official: by === 'regulator', to, away });
  }
  return { id: String(made['id']), site: { enterpriseId: firm.id, circle, entered: spec.facts, acts } };
}
