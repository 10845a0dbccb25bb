import { Injectable } from '@nestjs/common';
import type { AreaFacts, PermitFacts } from '../../domain/authorization/facts';
import { changedSince, placeRefusal } from '../../domain/permits/place-rule';
import { fromChineseMap } from '../../domain/places/chinese-map';
import { placeProven, type MeasuredPosition } from '../../domain/places/place-proof';
import type { Circle } from '../../domain/sites/site-area';
import type { Tx } from '../../platform/database/unit-of-work';
import { PlaceRules } from './place-rules';

type PermitPlace = Pick<
  PermitFacts,
  | 'regime'
  | 'enterpriseId'
  | 'lat'
  | 'lng'
  | 'radiusM'
  | 'placeKinds'
  | 'siteHours'
  | 'plannedStart'
  | 'plannedEnd'
  | 'welderIds'
  | 'machineIds'
>;
type AreaPlace = Pick<AreaFacts, 'enterpriseId' | 'lat' | 'lng' | 'radiusM'>;

/**
 * A place that was taken from a Chinese map lies some hundred metres beside the ground it means. What binds on that
 * ground was not asked when the form was filled in, so it is asked before such a reading proves that somebody is there.
 */
@Injectable()
export class MapReadings {
  constructor(private readonly places: PlaceRules) {}

  /** Whether a permit's place may be read so, under the system's scope. Looks only where that reading decides. */
  async ofPermit(tx: Tx, permit: PermitPlace, position: MeasuredPosition | null): Promise<boolean> {
    if (!decides(position, permit)) return true;
    const time = { from: permit.plannedStart, to: permit.plannedEnd };
    const work = { ...permit, circle: onGround(permit), time, occupierEnterpriseId: null };
    const rule = await this.places.ruleAt(tx, work);
    return (placeRefusal(permit, rule) ?? changedSince(permit, rule)) === null;
  }

  /** A fixed area stands in for a permit, so no site may lie there at all. */
  async ofArea(tx: Tx, area: AreaPlace, position: MeasuredPosition | null, at: number): Promise<boolean> {
    if (!decides(position, area)) return true;
    const { enterpriseId } = area;
    const work = { circle: onGround(area), time: { from: at, to: at }, enterpriseId, occupierEnterpriseId: null };
    return (await this.places.ruleAt(tx, work)).sites.length === 0;
  }
}

const onGround = ({ radiusM, ...place }: Circle): Circle => ({ ...fromChineseMap(place), radiusM });

function decides(position: MeasuredPosition | null, { lat, lng, radiusM }: Circle): boolean {
  const proof = { position, signboard: 'none', photoGiven: false } as const;
  const proven = placeProven(proof, { lat, lng, radiusM }, { worstAccuracyM: Infinity });
  return proven.outcome === 'inside' && proven.by === 'chinese-map';
}
