import { Injectable } from '@nestjs/common';
import type { OffenderKind } from '../../domain/oversight/repeat-offender';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

export interface Offender {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string;
  readonly confirmed: number;
  readonly open: number;
  /** Of them falsely rectified. */
  readonly falsely: number;
  readonly lastAt: Instant;
}

interface Subject {
  readonly column: string;
  readonly table: string;
  readonly name: string;
}

const SUBJECTS: Readonly<Record<OffenderKind, Subject>> = {
  enterprise: { column: 'v.enterprise_id', table: 'enterprises s', name: 's.name' },
  welder: { column: 'v.welder_id', table: 'welders s', name: 's.name' },
  machine: { column: 'v.machine_id', table: 'machines s', name: `concat_ws(' ', s.model, s.serial_number)` },
};

export interface OffenderQuestion {
  readonly kind: OffenderKind;
  readonly times: number;
  readonly since: Instant;
  readonly from: string;
  readonly to: string;
  readonly after: { readonly confirmed: number; readonly id: string } | null;
  readonly limit: number;
}

/** Who was found at fault again and again, of what the transaction's scope sees. Withdrawn findings and suspicions do not count. */
@Injectable()
export class Offenders {
  /** The most findings first, one more than the page holds. */
  list(tx: Tx, { kind, times, since, from, to, after, limit }: OffenderQuestion): Promise<Offender[]> {
    const { column, table, name } = SUBJECTS[kind];
    return tx.query<Offender>(
      `select c.id, ${name} as name, s.region_code as "regionCode", c.confirmed, c.open, c.falsely, c."lastAt" from (
         select ${column} as id, count(*)::int as confirmed, count(*) filter (where v.state not in ('closed', 'withdrawn'))::int as open,
           count(*) filter (where v.false_rectifications > 0)::int as falsely, max(v.found_at) as "lastAt"
         from violations v
         where v.certainty = 'confirmed' and v.found_at >= $1 and ${column} is not null and v.region_code >= $3 and v.region_code < $4
         group by 1 having count(*) >= $2) c
       join ${table} on s.id = c.id
       where $5::int is null or (c.confirmed, c.id) < ($5, $6)
       order by c.confirmed desc, c.id desc limit $7`,
      [new Date(since), times, from, to, after?.confirmed ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** How many findings of one subject were confirmed until a moment. */
  async countOf(tx: Tx, kind: OffenderKind, id: string, since: Instant, until: Instant): Promise<number> {
    const [row] = await tx.query<{ confirmed: number }>(
      `select count(*)::int as confirmed from violations v
       where v.certainty = 'confirmed' and ${SUBJECTS[kind].column} = $1 and v.found_at >= $2 and v.found_at <= $3`,
      [id, new Date(since), new Date(until)],
    );
    return row?.confirmed ?? 0;
  }
}
