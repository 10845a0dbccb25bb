import { Injectable } from '@nestjs/common';
import { isOpen } from '../../domain/violations/violation-life-cycle';
import { hasRole, SUPERVISORS } from '../../domain/people/roles';
import { sourceTold } from '../../domain/violations/violation-kinds';
import { type Instant, isoTime, isoTimeOrNull } from '../../kernel/time';
import { subtreeRange } from '../../kernel/region-code';
import type { Caller } from '../../platform/auth/caller';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { ViolationRow } from '../../schema/supervision/violation.row';
import { isOpenSql } from './open-cases.sql';
import type { ViolationQuery } from './violation-request.dto';
import type { ViolationAssignee } from './case-parts.dto';
import type { ViolationView } from './violation.dto';

/** A row as the database gives it. */
export interface ListedViolation
  extends
    Omit<ViolationView, 'foundAt' | 'lastAt' | 'dueAt' | 'assignedTo' | 'overdue'>,
    Readonly<Pick<ViolationRow, 'foundAt' | 'lastAt' | 'dueAt' | 'assignedEnterprise'>> {
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly assignedEnterpriseName: string | null;
}

/** How many machines its arcs burned on: one case may stand for several. */
const MACHINES = `(select count(distinct a.machine_id)::int from violation_arcs l join arcs a on a.id = l.arc_id
  where l.violation_id = v.id and l.cleared_at is null)`;

const NAMES = [
  'id', 'kind', 'grade', 'severity', 'state', 'certainty', 'source', 'regionCode', 'enterpriseId', 'machineId', 'chipNo', 'welderId',
  'permitId', 'jobId', 'place', 'lat', 'lng', 'description', 'occurrences', 'foundAt', 'lastAt', 'dueAt', 'escalatedTo', 'assignedEnterprise',
  'falseRectifications',
] as const; // prettier-ignore

export const VIOLATION_COLUMNS = `${columnsOf(ViolationRow, 'v', NAMES)}, v.major_basis is not null as "majorHazard",
  e.name as "enterpriseName", nullif(concat_ws(' ', m.model, m.serial_number), '') as "machineName", m.code as "machineCode",
  ${MACHINES} as machines, w.name as "welderName", u.id as "assigneeId", u.name as "assigneeName", ae.name as "assignedEnterpriseName"`;

/** Names of what the reader may see; what belongs to elsewhere stays without a name. */
export const VIOLATION_TABLES = `violations v
  left join enterprises e on e.id = v.enterprise_id left join enterprises ae on ae.id = v.assigned_enterprise
  left join machines m on m.id = v.machine_id left join welders w on w.id = v.welder_id left join users u on u.id = v.assigned_to`;

/** Field by field: to spread a row costs four times as much, in lists of fifty and more. */
export function toView(row: ListedViolation, caller: Pick<Caller, 'roles'>, at: Instant): ViolationView {
  const { dueAt } = row;
  return {
    id: row.id,
    kind: row.kind,
    grade: row.grade,
    severity: row.severity,
    majorHazard: row.majorHazard,
    state: row.state,
    certainty: row.certainty,
    source: sourceTold(row.source, hasRole(caller, ...SUPERVISORS)),
    regionCode: row.regionCode,
    enterpriseId: row.enterpriseId,
    enterpriseName: row.enterpriseName,
    machineId: row.machineId,
    machineName: row.machineName,
    machineCode: row.machineCode,
    machines: row.machines,
    chipNo: row.chipNo,
    welderId: row.welderId,
    welderName: row.welderName,
    permitId: row.permitId,
    jobId: row.jobId,
    place: row.place,
    lat: row.lat,
    lng: row.lng,
    description: row.description,
    occurrences: row.occurrences,
    foundAt: isoTime(row.foundAt),
    lastAt: isoTime(row.lastAt),
    dueAt: isoTimeOrNull(dueAt),
    escalatedTo: row.escalatedTo,
    falseRectifications: row.falseRectifications,
    overdue: dueAt !== null && dueAt < at && isOpen(row.state),
    assignedTo: assigneeOf(row),
  };
}

function assigneeOf(row: ListedViolation): ViolationAssignee | null {
  if (row.assigneeId !== null) return { kind: 'person', id: row.assigneeId, name: row.assigneeName ?? '' };
  return row.assignedEnterprise === null
    ? null
    : { kind: 'enterprise', id: row.assignedEnterprise, name: row.assignedEnterpriseName ?? '' };
}

/** The list of violations that the transaction's scope sees. */
@Injectable()
export class ViolationList {
  /** Newest first, one more than the page holds. */
  async rows(tx: Tx, caller: Caller, query: ViolationQuery, at: Instant): Promise<ViolationView[]> {
    const { userId, enterpriseId } = caller;
    const within = query.regionCode === undefined ? null : subtreeRange(query.regionCode);
    const rows = await tx.query<ListedViolation>(
      `select ${VIOLATION_COLUMNS} from ${VIOLATION_TABLES}
       where ($1::text is null or v.id < $1) and ($2::text is null or v.state = $2) and ($3::text is null or v.kind = $3)
         and ($4::text is null or v.grade = $4) and ($5::text is null or (v.region_code >= $5 and v.region_code < $6))
         and ($7::text is null or v.machine_id = $7) and ($8::text is null or v.enterprise_id = $8)
         and ($9::text is null or v.welder_id = $9) and ($10::text is null or v.chip_no = $10)
         and ($12::int is null or v.severity = $12) and ($13::bool is null or (v.major_basis is not null) = $13)
         and ($17::bool is null or (v.false_rectifications > 0) = $17)
         and (not $14 or (${isOpenSql('v.state')}
           and (v.assigned_to = $15 or (v.assigned_to is null and v.assigned_enterprise = $16))))
       order by v.id desc limit $11`,
      // what is not asked for is undefined here, and null to the database
      [
        ...[query.cursor, query.state, query.kind, query.grade, within?.from, within?.to, query.machineId],
        ...[query.enterpriseId, query.welderId, query.chipNo, query.limit + 1, query.severity, query.majorHazard],
        ...[query.assignedTo === 'me', userId, enterpriseId, query.falselyRectified],
      ],
    );
    return rows.map((row) => toView(row, caller, at));
  }
}
