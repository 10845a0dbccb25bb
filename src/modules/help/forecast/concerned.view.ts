import { Injectable } from '@nestjs/common';
import type { Subject } from '../../../domain/roll-out/who-mends';
import { subtreeRange, type RegionCode } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { WelderRow } from '../../../schema/registry/welder.row';

/** A welder, a machine or an enterprise. An enterprise is its own `enterpriseId`. */
export interface KnownSubject extends Readonly<Pick<WelderRow, 'id' | 'name' | 'enterpriseId' | 'regionCode'>> {
  readonly enterpriseName: string | null;
  /** A welder, or the welder who owns the machine. */
  readonly welderId: string | null;
}

export interface LastMessage {
  readonly subjectId: string;
  readonly code: string;
  readonly at: Instant;
}

const NAMES = `
  select w.id, w.name, w.enterprise_id as "enterpriseId", e.name as "enterpriseName", w.id as "welderId", w.region_code as "regionCode"
    from welders w left join enterprises e on e.id = w.enterprise_id where w.id = any($1)
  union all
  select m.id, concat_ws(' ', m.model, m.code), m.enterprise_id, e.name, m.owner_welder_id, m.region_code
    from machines m left join enterprises e on e.id = m.enterprise_id where m.id = any($1)
  union all
  select e.id, e.name, e.id, e.name, null, e.region_code from enterprises e where e.id = any($1)`;

/** Who stands behind the ids of a forecast. Under the system's scope: a visiting machine is registered elsewhere. */
@Injectable()
export class ConcernedView {
  async named(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownSubject>> {
    const rows = ids.length === 0 ? [] : await tx.query<KnownSubject>(NAMES, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The last message about each of them. */
  lastMessages(tx: Tx, ids: readonly string[]): Promise<LastMessage[]> {
    return tx.query<LastMessage>(
      `select distinct on (subject_id, code) subject_id as "subjectId", code, sent_at as at
       from roll_out_messages where subject_id = any($1) order by subject_id, code, sent_at desc`,
      [ids],
    );
  }

  /** Whether it has been scanned here lately: only then is it the county's business. */
  async wasScanned(tx: Tx, { kind, id }: Subject, regionCode: RegionCode, since: Instant): Promise<boolean> {
    const { from, to } = subtreeRange(regionCode);
    const rows = await tx.query(
      `select 1 from decisions where region_code >= $1 and region_code < $2 and at >= $3 and ${COLUMN[kind]} = $4 limit 1`,
      [from, to, new Date(since), id],
    );
    return rows.length > 0;
  }
}

const COLUMN: Readonly<Record<Subject['kind'], string>> = {
  welder: 'welder_id',
  machine: 'machine_id',
  enterprise: 'enterprise_id',
};

export const messageKey = (code: string, subjectId: string): string => `${code} ${subjectId}`;
