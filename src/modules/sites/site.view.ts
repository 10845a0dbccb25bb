import { Injectable } from '@nestjs/common';
import type { SiteFacts, SiteState } from '../../domain/sites/site';
import type { Bounds } from '../../domain/sites/site-area';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { SiteRow } from '../../schema/sites/site.row';
import type { SiteQuery } from './site.dto';

const NAMES = [
  'id', 'name', 'enterpriseId', 'regionCode', 'entered', 'confirmed', 'state', 'awaitsConfirmation', 'occupierPhoneSealed', 'enteredBy',
  'confirmedBy', 'confirmedAt', 'withdrawnBy', 'withdrawnAt', 'withdrawnBecause', 'version', 'createdAt',
] as const; // prettier-ignore

export interface Site extends Readonly<Pick<SiteRow, (typeof NAMES)[number]>> {
  readonly enterpriseName: string;
  readonly entered: SiteFacts;
  /** As an official confirmed it; null: nobody did. */
  readonly confirmed: SiteFacts | null;
  readonly state: SiteState;
}

const SELECT = `select ${columnsOf(SiteRow, 's', NAMES)}, e.name as "enterpriseName"
  from sites s join enterprises e on e.id = s.enterprise_id`;

/** Sites as they are stored, with the names of their enterprises. */
@Injectable()
export class StoredSites {
  /** Locked until the transaction ends where it is about to be changed. */
  async find(tx: Tx, id: string, lock: 'for update of s' | '' = ''): Promise<Site | null> {
    return (await tx.query<Site>(`${SELECT} where s.id = $1 ${lock}`, [id]))[0] ?? null;
  }

  list(tx: Tx, { enterpriseId, state, toConfirm, limit, cursor }: SiteQuery): Promise<Site[]> {
    return tx.query<Site>(
      `${SELECT} where s.id < coalesce($1, 'Z') and ($2::text is null or s.enterprise_id = $2) and ($3::text is null or s.state = $3)
         and ($4::boolean is null or s.awaits_confirmation = $4) order by s.id desc limit $5`,
      [cursor ?? null, enterpriseId ?? null, state ?? null, toConfirm ?? null, limit + 1],
    );
  }

  /** Confirmed ones, and those of one's own enterprise, whose box a box touches. Under the system's scope. */
  around(tx: Tx, box: Bounds, own: string | null, { limit, cursor }: SiteQuery): Promise<Site[]> {
    return tx.query<Site>(
      `${SELECT} where s.state <> 'withdrawn' and s.north >= $1 and s.east >= $2 and s.south <= $3 and s.west <= $4
         and (s.confirmed is not null or s.enterprise_id = $5) and s.id < coalesce($6, 'Z') order by s.id desc limit $7`,
      [box.south, box.west, box.north, box.east, own, cursor ?? null, limit + 1],
    );
  }
}
