import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { conditionsOf, type PermitFilter } from './permit-filter';
import { Parameters, type Reach } from './list-reach';
import { searchPaths } from './permit-search';

export interface IdQuery extends PermitFilter {
  /** Beginning of a number, or words of a place's name. */
  readonly q?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** Which permits a list shows: only their ids, newest first, under the reach's scope. */
@Injectable()
export class PermitIds {
  /** As many as asked for and one more, where there is a next page. */
  async find(tx: Tx, reach: Reach, query: IdQuery, at: Instant): Promise<string[]> {
    const params = new Parameters();
    const cursor = query.cursor === undefined ? null : params.add(query.cursor);
    const limit = params.add(query.limit + 1);
    const narrowed = conditionsOf(query, at, params);
    const scans = searchPaths(query.q, params).flatMap((path) =>
      reach.anyOf(params).map((within) => {
        const conditions = [within, ...path.conditions, ...narrowed, ...(cursor ? [`${path.key} < ${cursor}`] : [])];
        return `(select ${path.key} as id from ${path.from} where ${conditions.join(' and ')} order by ${path.key} desc limit ${limit})`;
      }),
    );
    const rows = await tx.query<{ id: string }>(
      `select id from (${scans.join(' union ')}) found order by id desc limit ${limit}`,
      params.values,
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the caller sees this one. */
  async sees(tx: Tx, reach: Reach, id: string): Promise<boolean> {
    const params = new Parameters();
    const one = params.add(id);
    const rows = await tx.query(
      `select 1 from permits p where p.id = ${one} and (${reach.anyOf(params).join(' or ')})`,
      params.values,
    );
    return rows.length > 0;
  }
}
