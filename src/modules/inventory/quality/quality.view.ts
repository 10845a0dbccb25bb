import type { QualityKind } from '../../../domain/data-quality/quality-kinds';
import type { QualityLimits } from '../../../domain/data-quality/quality-limits';
import type { RegionCode } from '../../../kernel/region-code';
import type { Tx } from '../../../platform/database/unit-of-work';
import { lookedAfter } from '../../regions/grids/looked-after';
import type { Reach } from '../reach';
import { columnsFor, questionsBy } from './quality-questions.view';

/** A finding, as a list shows it. */
export interface Finding {
  readonly kind: QualityKind;
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly owner: string | null;
  readonly regionCode: RegionCode;
  readonly facts: string;
  readonly reason: string | null;
  readonly acceptedBy: string | null;
}

export interface Asked {
  readonly reach: Reach;
  readonly kinds: readonly QualityKind[];
  readonly today: string;
  /** Only what this grid worker looks after; null: all. */
  readonly gridWorker: string | null;
  readonly accepted: boolean;
  readonly limits: QualityLimits;
}

/** `$1` today, `$2` to `$4` the reach, `$5` the grid worker. */
function found(kind: QualityKind, { accepted, limits }: Asked, more = ''): string {
  const { holds, facts } = questionsBy(limits)[kind];
  const { table, enterprise, name, owner, codeColumn, point } = columnsFor(kind);
  return `select '${kind}' as kind, s.id, ${codeColumn} as code, ${name} as name, ${owner} as owner, s.region_code as "regionCode",
      ${facts} as facts, a.reason, a.by_name as "acceptedBy"
    from ${table} s left join lateral (select q.reason, u.name as by_name from quality_acceptances q join users u on u.id = q.accepted_by
      where q.kind = '${kind}' and q.subject_id = s.id and q.facts = coalesce(${facts}, '')) a on true
    where s.region_code >= $2 and s.region_code < $3 and ($4::text is null or ${enterprise} = $4) and ${holds}
      and (a.reason is not null) = ${accepted} and ${lookedAfter('$5', '$1', 's.region_code', point)} ${more}`;
}

const valuesOf = ({ reach, today, gridWorker }: Asked): unknown[] =>
  [today, reach.from, reach.to, reach.enterpriseId, gridWorker]; // prettier-ignore

/** By region, then by kind; the cursor is `region~kind~id` of the last one. */
export function findings(tx: Tx, asked: Asked, cursor: string | undefined, limit: number): Promise<Finding[]> {
  const [region = '', kind = '', id = ''] = cursor?.split('~') ?? [];
  const parts = asked.kinds.map((one) => {
    const after = `and (s.region_code, '${one}', s.id) > ($6, $7, $8) order by s.region_code, s.id limit $9`;
    return `(${found(one, asked, after)})`;
  });
  return tx.query<Finding>(
    `select * from (${parts.join(' union all ')}) f order by "regionCode" collate "C", kind collate "C", id collate "C" limit $9`,
    [...valuesOf(asked), region, kind, id, limit + 1],
  );
}

export const cursorOfFinding = ({ regionCode, kind, id }: Finding): string => `${regionCode}~${kind}~${id}`;

export interface QualityCount {
  readonly code: RegionCode;
  readonly kind: QualityKind;
  readonly n: number;
}

/** How many of each kind in each part of a region; `digits` is the length of a part's code. */
export const countFindings = (tx: Tx, asked: Asked, digits: number): Promise<QualityCount[]> =>
  tx.query<QualityCount>(
    `select left("regionCode", $6) as code, kind, count(*)::int as n
     from (${asked.kinds.map((kind) => found(kind, asked)).join(' union all ')}) f group by 1, 2 order by 1, 2`,
    [...valuesOf(asked), digits],
  );

/** The finding as it stands now, if it does. */
export async function findingOf(tx: Tx, asked: Asked, kind: QualityKind, id: string): Promise<Finding | null> {
  const sql = `${found(kind, asked, 'and s.id = $6')} for update of s`;
  return (await tx.query<Finding>(sql, [...valuesOf(asked), id]))[0] ?? null;
}
