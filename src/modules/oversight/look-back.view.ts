import { Injectable } from '@nestjs/common';
import type { InspectionKind } from '../../domain/inspections/inspection-life-cycle';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

export interface LookedBackAt {
  readonly enterpriseId: string | null;
  readonly machineId: string | null;
  readonly permitId: string | null;
  readonly since: Instant;
  readonly until: Instant;
}

export interface EarlierVisit {
  readonly id: string;
  readonly kind: InspectionKind;
  readonly at: Instant;
  readonly officers: string[];
  readonly findings: number;
  readonly result: string | null;
}

export interface EarlierApproval {
  readonly permitId: string;
  readonly permitNumber: string;
  readonly name: string;
  readonly role: string;
  readonly at: Instant;
  /** Of the work at which it was found. */
  readonly ofThisWork: boolean;
}

const MOST = 100;

const VISITS = `
  select i.id, i.kind, l.taken_at as at, i.result,
    array(select u.name from users u where u.id = any(i.officer_ids) order by u.name) as officers,
    (select count(*)::int from inspection_findings f where f.inspection_id = i.id) as findings
  from inspections i join inspection_steps l on l.inspection_id = i.id and l.step = 'look'
  where (i.enterprise_id = $1 or i.machine_id = $2) and l.taken_at >= $3 and l.taken_at < $4
  order by l.taken_at desc, i.id limit ${MOST}`;

/** The applicant's own seat is no approval. */
const APPROVALS = `
  select p.id as "permitId", p.number as "permitNumber", u.name, s.role, s.signed_at as at, coalesce(p.id = $5, false) as "ofThisWork"
  from permit_signatures s join permits p on p.id = s.permit_id join users u on u.id = s.user_id
  where (p.enterprise_id = $1 or p.id = $5 or exists (select 1 from permit_machines m where m.permit_id = p.id and m.machine_id = $2))
    and not s.filled_in and s.signed_at >= $3 and s.signed_at < $4
  order by "ofThisWork" desc, s.signed_at desc, p.id, s.step, s.user_id limit ${MOST}`;

/** 一案双查: who inspected and who approved at a place before something grave was found there. */
@Injectable()
export class LookBack {
  visits(tx: Tx, of: LookedBackAt): Promise<EarlierVisit[]> {
    return tx.query<EarlierVisit>(VISITS, this.valuesOf(of));
  }

  approvals(tx: Tx, of: LookedBackAt): Promise<EarlierApproval[]> {
    return tx.query<EarlierApproval>(APPROVALS, [...this.valuesOf(of), of.permitId]);
  }

  private valuesOf({ enterpriseId, machineId, since, until }: LookedBackAt): unknown[] {
    return [enterpriseId, machineId, new Date(since), new Date(until)];
  }
}
