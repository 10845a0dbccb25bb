import { Injectable } from '@nestjs/common';
import type { SiteFacts, SiteState } from '../../domain/sites/site';
import { boundsOf, type Bounds } from '../../domain/sites/site-area';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { SiteQuery } from './site.dto';
import { timestamp } from '../../platform/database/timestamp';

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly regionCode: string;
  readonly entered: SiteFacts;
  /** As an official confirmed it; null: nobody did. */
  readonly confirmed: SiteFacts | null;
  readonly state: SiteState;
  readonly awaitsConfirmation: boolean;
  readonly occupierPhoneSealed: string | null;
  readonly enteredBy: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBecause: string | null;
  readonly version: number;
  readonly createdAt: Instant;
}

const SELECT = `select s.id, s.name, s.enterprise_id as "enterpriseId", e.name as "enterpriseName", s.region_code as "regionCode",
    s.entered, s.confirmed, s.state, s.awaits_confirmation as "awaitsConfirmation", s.occupier_phone_sealed as "occupierPhoneSealed",
    s.entered_by as "enteredBy", s.confirmed_by as "confirmedBy", s.confirmed_at as "confirmedAt", s.withdrawn_by as "withdrawnBy",
    s.withdrawn_at as "withdrawnAt", s.withdrawn_because as "withdrawnBecause", s.version, s.created_at as "createdAt"
  from sites s join enterprises e on e.id = s.enterprise_id`;

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

function values(site: Site): unknown[] {
  const { south, west, north, east } = boundsOfSite(site);
  return [
    ...[site.id, site.name, site.regionCode, JSON.stringify(site.entered), site.confirmed && JSON.stringify(site.confirmed)],
    ...[site.state, site.awaitsConfirmation, site.occupierPhoneSealed, south, west, north, east],
    ...[site.confirmedBy, timestamp(site.confirmedAt), site.withdrawnBy, timestamp(site.withdrawnAt), site.withdrawnBecause, site.version],
  ]; // prettier-ignore
}

@Injectable()
export class SiteStore {
  /** Locked until the transaction ends where it is about to be changed. */
  async find(tx: Tx, id: string, lock: 'for update of s' | '' = ''): Promise<Site | null> {
    const [row] = await tx.query<Site>(`${SELECT} where s.id = $1 ${lock}`, [id]);
    return row ?? null;
  }

  async list(tx: Tx, { enterpriseId, state, toConfirm, limit, cursor }: SiteQuery): Promise<Site[]> {
    const rows = await tx.query<Site>(
      `${SELECT} where s.id < coalesce($1, 'Z') and ($2::text is null or s.enterprise_id = $2) and ($3::text is null or s.state = $3)
         and ($4::boolean is null or s.awaits_confirmation = $4) order by s.id desc limit $5`,
      [cursor ?? null, enterpriseId ?? null, state ?? null, toConfirm ?? null, limit + 1],
    );
    return rows;
  }

  /** Confirmed ones, and those of one's own enterprise, whose box a box touches. Under the system's scope. */
  async around(tx: Tx, box: Bounds, own: string | null, { limit, cursor }: SiteQuery): Promise<Site[]> {
    const rows = await tx.query<Site>(
      `${SELECT} where s.state <> 'withdrawn' and s.north >= $1 and s.east >= $2 and s.south <= $3 and s.west <= $4
         and (s.confirmed is not null or s.enterprise_id = $5) and s.id < coalesce($6, 'Z') order by s.id desc limit $7`,
      [box.south, box.west, box.north, box.east, own, cursor ?? null, limit + 1],
    );
    return rows;
  }

  async insert(tx: Tx, site: Site): Promise<void> {
    await tx.query(
      `insert into sites (id, name, region_code, entered, confirmed, state, awaits_confirmation, occupier_phone_sealed, south, west, north,
         east, confirmed_by, confirmed_at, withdrawn_by, withdrawn_at, withdrawn_because, version, enterprise_id, entered_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
      [...values(site), site.enterpriseId, site.enteredBy, new Date(site.createdAt)],
    );
  }

  async save(tx: Tx, site: Site): Promise<void> {
    await tx.query(
      `update sites set name = $2, region_code = $3, entered = $4, confirmed = $5, state = $6, awaits_confirmation = $7,
         occupier_phone_sealed = $8, south = $9, west = $10, north = $11, east = $12, confirmed_by = $13, confirmed_at = $14,
         withdrawn_by = $15, withdrawn_at = $16, withdrawn_because = $17, version = $18 where id = $1`,
      values(site),
    );
  }
}
