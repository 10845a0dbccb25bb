import { Injectable } from '@nestjs/common';
import { subtreeRange } from '../../../kernel/region-code';
import type { Scope } from '../../../platform/database/scope';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface WatcherRow {
  readonly id: string;
  readonly name: string;
  readonly enterpriseName: string;
  readonly certificateId: string | null;
  readonly number: string | null;
  readonly validTo: string | null;
}

/** Each watcher with the certificate that holds longest of those not revoked. */
const WATCHERS = `
  select u.id, u.name, e.name as "enterpriseName", c.id as "certificateId", c.number, c.valid_to::text as "validTo"
  from users u join enterprises e on e.id = u.enterprise_id
    left join lateral (select id, number, valid_to from watcher_certificates
      where user_id = u.id and revoked_at is null order by valid_to desc, id desc limit 1) c on true
  where 'fire-watcher' = any(u.roles) and u.disabled_at is null and ($1::text is null or u.id < $1)
    and ($2::text is null or e.id = $2) and ($3::text is null or (e.region_code >= $3 and e.region_code < $4))
  order by u.id desc limit $5`;

/** Fire watchers and their training. Under the system's scope: whose they are is part of the question. */
@Injectable()
export class WatchersView {
  list(tx: Tx, scope: Scope, { limit, cursor }: { limit: number; cursor?: string }): Promise<WatcherRow[]> {
    const enterpriseId = scope.kind === 'enterprise' ? scope.enterpriseId : null;
    const range = scope.kind === 'region' && scope.regionCode !== '' ? subtreeRange(scope.regionCode) : null;
    if (scope.kind === 'person') return Promise.resolve([]);
    const asked = [cursor ?? null, enterpriseId, range?.from ?? null, range?.to ?? null, limit + 1];
    return tx.prepared<WatcherRow>(WATCHERS, asked);
  }
}
