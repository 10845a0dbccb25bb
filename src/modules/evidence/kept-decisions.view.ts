import { Injectable } from '@nestjs/common';
import type { StoredFacts } from '../../domain/authorization/facts';
import type { Finding } from '../../domain/authorization/finding';
import type { KeptDecision } from '../../domain/authorization/replay';
import { DAY, type Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { DecisionRow } from '../../schema/jobs/decision.row';

const NAMES = [
  'id', 'at', 'purpose', 'allowed', 'machineId', 'welderId', 'permitId', 'findings', 'facts', 'ruleVersion',
] as const; // prettier-ignore

export interface DecisionOnRecord extends KeptDecision {
  readonly id: string;
  readonly purpose: string;
  readonly machineId: string | null;
  readonly welderId: string | null;
  readonly findings: readonly Finding[];
  readonly facts: StoredFacts;
}

/** The work that a case is about. */
export interface WorkOfCase {
  readonly jobIds: readonly string[];
  readonly machineId: string | null;
  readonly regionCode: string;
  readonly foundAt: Instant;
}

/** Of scans without work the latest: who was refused and welded on has one. */
const MOST_SCANS = 5;

const COLUMNS = columnsOf(DecisionRow, 'd', NAMES);

const OF_CASE = `
  (select ${COLUMNS} from decisions d where d.id in (select j.decision_id from jobs j where j.id = any($1)))
  union all
  (select ${COLUMNS} from decisions d where d.machine_id = $2 and d.region_code = $3 and d.at between $4 and $5
     and not exists (select 1 from jobs j where j.decision_id = d.id)
   order by d.at desc limit ${MOST_SCANS})
  order by at, id`;

/** Decisions as they were taken. The transaction's scope decides what is there to be found. */
@Injectable()
export class KeptDecisions {
  async find(tx: Tx, id: string): Promise<DecisionOnRecord | null> {
    const rows = await tx.query<DecisionOnRecord>(`select ${COLUMNS} from decisions d where d.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Those by which its work was let begin, and the scans of its machine in the day before that led to none. */
  ofCase(tx: Tx, { jobIds, machineId, regionCode, foundAt }: WorkOfCase): Promise<DecisionOnRecord[]> {
    const since = [new Date(foundAt - DAY), new Date(foundAt)];
    return tx.query<DecisionOnRecord>(OF_CASE, [jobIds, machineId, regionCode, ...since]);
  }
}
