import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../../kernel/time';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { Parameters, type Reach } from './list-reach.view';
import { conditionsOf, type PermitFilter } from './permit-filter';
import { rarestWords, searchPaths, wordsOf, type Search } from './permit-search.view';

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
    const search = await this.search(tx, reach, query);
    const params = new Parameters();
    const cursor = query.cursor === undefined ? null : params.add(query.cursor);
    const limit = params.add(query.limit + 1);
    const narrowed = conditionsOf(query, at, params);
    const scans = searchPaths(search, params).flatMap((path) =>
      reach.anyOf(params).map((within) => {
        const conditions = [within, ...path.conditions, ...narrowed, ...(cursor ? [`${path.key} < ${cursor}`] : [])];
        return `(select ${path.key} as id from ${path.tables} where ${conditions.join(' and ')} order by ${path.key} desc limit ${limit})`;
      }),
    );
    const sql = `select id from (${scans.join(' union ')}) found order by id desc limit ${limit}`;
    const rows = await (isUsual(reach, query)
      ? tx.prepared<{ id: string }>(sql, params.values)
      : tx.query<{ id: string }>(sql, params.values));
    return rows.map(({ id }) => id);
  }

  private async search(tx: Tx, reach: Reach, { q, enterpriseId }: IdQuery): Promise<Search | null> {
    const text = q?.trim() ?? '';
    if (text === '') return null;
    const wide = reach.wide && enterpriseId === undefined;
    const words = wide ? wordsOf(text) : [];
    return { text, wide, words: words.length === 0 ? [] : await rarestWords(tx, words) };
  }
}

/** The lists and boards of an enterprise or a person, as they are opened: planned once, for their values do not change the plan. */
const isUsual = ({ wide }: Reach, { q, regime, regionCode, enterpriseId, from, to, states = [] }: IdQuery): boolean =>
  !wide && [q, regime, regionCode, enterpriseId, from, to].every((one) => one === undefined) && states.length < 2;
