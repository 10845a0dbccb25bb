import { outlineFault, type Circle, type Ring, type SiteArea } from '../../domain/sites/site-area';
import type { SiteFacts } from '../../domain/sites/site';
import { normalPhone } from '../../kernel/phone';
import { wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { givenFields } from '../../platform/http/given-fields';
import type { ChangeSiteRequest } from './site.dto';

/** What a request says of a site's facts, laid over those from before; a new site begins with its enterprise's trade. */
export function factsFrom(
  body: ChangeSiteRequest,
  before: Partial<SiteFacts> & Pick<SiteFacts, 'trade'>,
  knownKinds: readonly string[],
): Result<SiteFacts, Refusal> {
  const kinds = body.kinds ?? before.kinds ?? [];
  const unknown = kinds.findIndex((kind) => !knownKinds.includes(kind));
  if (unknown >= 0) {
    const kind = kinds[unknown];
    return refused(wrongField(`kinds.${unknown}`, 'site.kind-unknown', { kind }));
  }
  const area = areaFrom(body, before.area);
  if (!area.ok) return area;
  const { openingHours = before.openingHours ?? null } = body;
  const hours = openingHours && { from: openingHours.from, to: openingHours.to };
  if (hours && hours.from === hours.to) return refused(wrongField('openingHours.to', 'site.hours-empty'));
  return ok({ trade: body.trade ?? before.trade, kinds: [...kinds], area: area.value, openingHours: hours });
}

function areaFrom(body: ChangeSiteRequest, before: SiteArea | undefined): Result<SiteArea, Refusal> {
  const { outline, lat, lng, radiusM } = body;
  const circle = givenFields({ lat, lng, radiusM });
  const given = Object.keys(circle).length > 0;
  if (outline !== undefined) return given ? refused(wrongField('outline', 'site.area-twice')) : outlineFrom(outline);
  if (!given && before) return ok(before);
  const whole = { ...(before && 'circle' in before ? before.circle : {}), ...circle };
  return isCircle(whole) ? ok({ circle: whole }) : refused(wrongField('outline', 'site.area-missing'));
}

const isCircle = (circle: Partial<Circle>): circle is Circle =>
  circle.lat !== undefined && circle.lng !== undefined && circle.radiusM !== undefined;

function outlineFrom(given: readonly (readonly unknown[])[]): Result<SiteArea, Refusal> {
  const ring: Ring = given.filter(isPoint);
  const fault = ring.length < given.length ? 'outline-point' : outlineFault(ring);
  return fault ? refused(wrongField('outline', `site.${fault}`)) : ok({ outline: ring });
}

const isPoint = (point: unknown): point is readonly [number, number] =>
  Array.isArray(point) &&
  point.length === 2 &&
  point.every((one) => typeof one === 'number' && Number.isFinite(one)) &&
  Math.abs(Number(point[0])) <= 180 &&
  Math.abs(Number(point[1])) <= 90;

/** Undefined: not spoken of; null: taken away. */
export function phoneFrom({ occupierPhone }: ChangeSiteRequest): Result<string | null | undefined, Refusal> {
  if (occupierPhone === undefined || occupierPhone === null) return ok(occupierPhone);
  const phone = normalPhone(occupierPhone);
  return phone === null ? refused(wrongField('occupierPhone', 'site.phone-malformed')) : ok(phone);
}
