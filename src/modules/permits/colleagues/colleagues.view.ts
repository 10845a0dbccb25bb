import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface ColleagueRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Of a watcher: the last day of the training certificate that holds longest. */
  readonly trainedTo: string | null;
}

export interface ColleagueFilter {
  readonly enterpriseId: string;
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

const NAMED = (table: string): string =>
  `starts_with(folded(${table}.name), folded($2)) and ($3::text is null or ${table}.id < $3) order by ${table}.id desc limit $4`;

const USERS = (seat: string): string => `
  select u.id, u.name, u.roles, c.valid_to::text as "trainedTo"
  from users u left join lateral (select valid_to from watcher_certificates
    where user_id = u.id and revoked_at is null order by valid_to desc limit 1) c on true
  where u.enterprise_id = $1 and u.disabled_at is null and ${seat} and ${NAMED('u')}`;

const EMPLOYED = (at: string): string => `exists (
  select 1 from employments e where e.welder_id = w.id and e.enterprise_id = $1 and e.since <= ${at} and (e.until is null or ${at} < e.until))`;

const WELDERS = `
  select w.id, w.name, array['welder'] as roles, null as "trainedTo" from welders w
  where (w.enterprise_id = $1 or ${EMPLOYED('$5')}) and w.status = 'active' and ${NAMED('w')}`;

/** People of an enterprise by the seat they may take on a permit. Under the system's scope: who may look was asked before. */
@Injectable()
export class ColleaguesView {
  watchers(tx: Tx, filter: ColleagueFilter): Promise<ColleagueRow[]> {
    return tx.prepared(USERS(`'fire-watcher' = any(u.roles)`), asked(filter));
  }

  /** Anybody with an account of the enterprise may lead its work. */
  leaders(tx: Tx, filter: ColleagueFilter): Promise<ColleagueRow[]> {
    return tx.prepared(USERS('true'), asked(filter));
  }

  welders(tx: Tx, filter: ColleagueFilter, at: Instant): Promise<ColleagueRow[]> {
    return tx.prepared(WELDERS, [...asked(filter), new Date(at)]);
  }

  async employs(tx: Tx, enterpriseId: string, welderId: string, at: Instant): Promise<boolean> {
    const rows = await tx.prepared(
      `select 1 from welders w where w.id = $2 and (w.enterprise_id = $1 or ${EMPLOYED('$3')})`,
      [enterpriseId, welderId, new Date(at)],
    );
    return rows.length > 0;
  }
}

const asked = ({ enterpriseId, q, limit, cursor }: ColleagueFilter): unknown[] => [
  enterpriseId,
  q?.trim() ?? '',
  cursor ?? null,
  limit + 1,
];
