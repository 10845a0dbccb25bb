import { Injectable } from '@nestjs/common';
import type { PlaceLimitRules } from '../../../domain/permits/place-limit-rules';
import type { SiteFacts } from '../../../domain/sites/site';
import { pointWithin, touches } from '../../../domain/sites/site-area';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { SitesReader, type ReadableSite } from '../../sites/sites.reader';
import type { PlaceRequest } from './asked/place.dto';
import type { DraftPermitRequest } from './draft.dto';

type Limits = Pick<PlaceLimitRules, 'placeRadius' | 'leastRadiusM'>;

/** Before rule `place.radius`. */
const USUAL_RADIUS_M = 100;

export const radiusOf = ({ radiusM }: Pick<PlaceRequest, 'radiusM'>, { placeRadius }: Pick<Limits, 'placeRadius'>) =>
  radiusM ?? placeRadius?.default ?? USUAL_RADIUS_M;

/** Where a draft says the work is: a place as typed, at a site or not, or the place of a site. */
@Injectable()
export class DraftPlaces {
  constructor(private readonly sites: SitesReader) {}

  /** A site only ever adds to what the place says: all that binds there is asked for afterwards, by position. */
  async placeOf(
    tx: Tx,
    caller: Caller,
    { siteId, place }: Pick<DraftPermitRequest, 'siteId' | 'place'>,
    limits: Limits,
  ): Promise<Result<PlaceRequest, Refusal>> {
    if (siteId === undefined) return place ? ok(place) : refused(wrongField('place', 'field.required'));
    const site = await this.sites.readableBy(tx, caller, siteId);
    const facts = site && factsOf(site);
    if (!facts) return refused(wrongField('siteId', 'permit.site-unknown'));
    if (!place) return ok(placeAt(site.name, facts, limits));
    const circle = { lat: place.lat, lng: place.lng, radiusM: radiusOf(place, limits) };
    const known = [site.confirmed, site.entered].flatMap((one) => one ?? []);
    if (!known.some(({ area }) => touches(circle, area)))
      return refused(wrongField('siteId', 'permit.site-elsewhere', { site: site.name }));
    return ok({ ...place, kinds: [...new Set([...(place.kinds ?? []), ...facts.kinds])] });
  }
}

/** What an official confirmed goes before what its enterprise has entered since. */
const factsOf = ({ confirmed, entered }: ReadableSite): SiteFacts | null => confirmed ?? entered;

/** A radius that only an official may give is not taken over from a large site. */
function placeAt(name: string, { area, kinds }: SiteFacts, { placeRadius, leastRadiusM }: Limits): PlaceRequest {
  const wide = 'circle' in area ? area.circle.radiusM : radiusOf({}, { placeRadius });
  return {
    name,
    ...pointWithin(area),
    source: 'by-hand',
    radiusM: Math.round(Math.max(leastRadiusM, Math.min(wide, placeRadius?.max ?? wide))),
    kinds: [...kinds],
  };
}
