import { Injectable } from '@nestjs/common';
import { lineage, subtreeRange } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TrainingProcedureRow } from '../../../schema/training/training-procedure.row';
import type { TrainingReach } from '../training-reach';
import type { UnsignedWelder } from './procedure.dto';

const COLUMNS = ['id', 'regionCode', 'process', 'version', 'title', 'body', 'source', 'issuedAt'] as const;

export interface ShownProcedure extends Readonly<Pick<TrainingProcedureRow, (typeof COLUMNS)[number]>> {
  readonly signedAt: Instant | null;
  readonly signed: number;
  readonly welders: number;
}

/** Welders for whom a procedure `p` holds, within reach: `$1`–`$2` region, `$3` enterprise, `$4` welder. */
const FOR_WHOM = `w.status = 'active' and w.same_person_as is null and w.region_code >= p.region_code and w.region_code < p.region_code || ':'
  and w.region_code >= $1 and w.region_code < $2 and ($3::text is null or w.enterprise_id = $3) and ($4::text is null or w.id = $4)`;

const given = ({ regionCode, enterpriseId, welderId }: TrainingReach): unknown[] => {
  const { from, to } = subtreeRange(regionCode ?? '');
  return [from, to, enterpriseId, welderId];
};

/** Procedures in force: the newest version of a process in a region. */
@Injectable()
export class ProceduresView {
  /** Those of the regions around the reader, and below for an official. */
  list(tx: Tx, reach: TrainingReach, readerRegion: string, readerWelder: string | null): Promise<ShownProcedure[]> {
    return tx.query<ShownProcedure>(
      `select ${columnsOf(TrainingProcedureRow, 'p', COLUMNS)},
         (select g.signed_at from training_procedure_signatures g where g.procedure_id = p.id and g.welder_id = $6) as "signedAt",
         (select count(*)::int from training_procedure_signatures g join welders w on w.id = g.welder_id
           where g.procedure_id = p.id and ${FOR_WHOM}) as signed,
         (select count(*)::int from welders w where ${FOR_WHOM}) as welders
       from training_procedures p
       where (p.region_code = any($5) or ($7 and p.region_code >= $1 and p.region_code < $2))
         and not exists (select 1 from training_procedures n
           where n.process = p.process and n.region_code = p.region_code and n.version > p.version)
       order by p.process, p.region_code limit 200`,
      [...given(reach), lineage(readerRegion), readerWelder, reach.regionCode !== null],
    );
  }

  unsigned(
    tx: Tx,
    reach: TrainingReach,
    id: string,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<UnsignedWelder[]> {
    // prettier-ignore
    return tx.query<UnsignedWelder>(
      `select w.id as "welderId", w.name, e.name as "enterpriseName", coalesce(r.name, w.region_code) as "regionName"
       from training_procedures p join welders w on ${FOR_WHOM} left join enterprises e on e.id = w.enterprise_id
       left join regions r on r.code = w.region_code
       where p.id = $5 and ($6::text is null or w.id < $6) and not exists (select 1 from training_procedure_signatures g
         where g.procedure_id = p.id and g.welder_id = w.id)
       order by w.id desc limit $7`,
      [...given(reach), id, cursor ?? null, limit + 1],
    );
  }
}
