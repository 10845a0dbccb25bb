import { Injectable } from '@nestjs/common';
import { boundsOf, type Bounds } from '../../domain/sites/site-area';
import { valuesOf } from '../../platform/database/rows';
import type { Tx } from '../../platform/database/unit-of-work';
import { SiteRow } from '../../schema/sites/site.row';
import type { Site } from './site.view';

/** What changes after a site was entered. */
const CHANGEABLE = [
  'name', 'regionCode', 'entered', 'confirmed', 'state', 'awaitsConfirmation', 'occupierPhoneSealed', 'confirmedBy', 'confirmedAt',
  'withdrawnBy', 'withdrawnAt', 'withdrawnBecause', 'version',
] as const; // prettier-ignore

/** Around what is entered and what is confirmed. */
export function boundsOfSite({ entered, confirmed }: Pick<Site, 'entered' | 'confirmed'>): Bounds {
  const [one, other] = [boundsOf(entered.area), boundsOf((confirmed ?? entered).area)];
  return {
    south: Math.min(one.south, other.south),
    west: Math.min(one.west, other.west),
    north: Math.max(one.north, other.north),
    east: Math.max(one.east, other.east),
  };
}

@Injectable()
export class SiteStore {
  insert(tx: Tx, site: Site): Promise<void> {
    return tx.rows(SiteRow).insert({ ...site, ...boundsOfSite(site) });
  }

  async save(tx: Tx, site: Site): Promise<void> {
    await tx.rows(SiteRow).update({ id: site.id }, { ...valuesOf(site, CHANGEABLE), ...boundsOfSite(site) });
  }
}
