import type { TargetKind } from '../../../domain/inventory/target';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { TargetDayRow } from '../../../schema/inventory/target-day.row';
import { TargetRow } from '../../../schema/inventory/target.row';
import type { StoredTarget } from './target.store';

const NAMES = ['id', 'kind', 'regionCode', 'userId', 'goal', 'baseline'] as const;
const MOST = 200;

export interface ListedTarget extends Pick<StoredTarget, (typeof NAMES)[number] | 'startOn' | 'dueOn'> {
  readonly kind: TargetKind;
  readonly regionName: string;
  readonly userName: string | null;
}

const SELECT = `select ${columnsOf(TargetRow, 't', NAMES)}, t.start_on::text as "startOn", t.due_on::text as "dueOn",
    r.name as "regionName", u.name as "userName"
  from targets t join regions r on r.code = t.region_code left join users u on u.id = t.user_id where t.ended_at is null`;

/** Open targets in a range of regions; of one person their own and those of regions around what they serve. */
export const openTargets = (tx: Tx, from: string, to: string, userId: string | null): Promise<ListedTarget[]> =>
  tx.query<ListedTarget>(
    `${SELECT} and t.region_code >= $1 and t.region_code < $2 and ($3::text is null or t.user_id = $3 or t.user_id is null)
     order by t.region_code, t.kind, t.user_id nulls first limit ${MOST}`,
    [from, to, userId],
  );

export const allOpenTargets = (tx: Tx): Promise<ListedTarget[]> => tx.query<ListedTarget>(`${SELECT} order by t.id`);

export const targetOf = async (tx: Tx, id: string): Promise<ListedTarget | null> =>
  (await tx.query<ListedTarget>(`${SELECT} and t.id = $1`, [id]))[0] ?? null;

export type TargetDayOf = Pick<TargetDayRow, 'targetId' | 'day' | 'n'>;

/** What each of the last days brought, the oldest first. */
export const daysOf = (tx: Tx, ids: readonly string[], from: string): Promise<TargetDayOf[]> =>
  tx.query<TargetDayOf>(
    `select target_id as "targetId", day::text as day, n from target_days where target_id = any($1) and day >= $2 order by day`,
    [ids, from],
  );

/** Things that a person collected from a day on, each once; a second look counts as well as the first. */
export async function collectedBy(
  tx: Tx,
  { userId, regionCode, startOn }: Pick<ListedTarget, 'userId' | 'regionCode' | 'startOn'>,
  kind: 'machine' | 'welder',
): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(distinct entity_id)::int as n from collections where collected_by = $1 and kind = $2 and state = 'done'
       and collected_at >= ($3::date)::timestamp at time zone 'Asia/Shanghai' and starts_with(region_code, $4)`,
    [userId, kind, startOn, regionCode],
  );
  return row?.n ?? 0;
}
