import type { OwnDataKind } from '../../../domain/privacy/own-data';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { OWN_QUESTIONS } from './own-questions.view';

export type OwnRow = Record<string, unknown>;

/** All that is kept of somebody, as it is stored. As the system: it is their own. */
export const ownRows = (tx: Tx, kind: OwnDataKind, { userId, welderId }: Caller): Promise<OwnRow[]> =>
  tx.query<OwnRow>(OWN_QUESTIONS[kind], [userId, welderId]);

export interface Look {
  readonly at: number;
  readonly name: string;
  readonly action: string;
  readonly reason: string | null;
}

/** Who saw clear numbers of somebody, and why. The trail holds each such look for good. As the system. */
export const looksAt = (tx: Tx, { userId, welderId }: Caller): Promise<Look[]> =>
  tx.query<Look>(
    `select e.at, coalesce(u.name, e.actor_name) as name, e.action, coalesce(e.after ->> 'reason', e.after ->> 'method') as reason
     from audit_entries e left join users u on u.id = e.actor_id
     where (e.action in ('welder.revealed', 'certificate.revealed', 'certificate.looked-up'))
       and ((e.entity = 'welder' and e.entity_id = $2)
         or (e.entity = 'certificate' and e.entity_id in (select c.id from certificates c where c.welder_id = $2))
         or (e.entity = 'user' and e.entity_id = $1))
     order by e.id desc limit 100`,
    [userId, welderId],
  );
