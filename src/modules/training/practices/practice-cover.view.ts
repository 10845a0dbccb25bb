import { epochMs } from '../../../platform/database/epoch-ms';

/** Lends the questions about instructors' sessions to whoever decides on power, ends jobs or judges arcs. */

/** SQL: the certificates of the instructor; none while the instructor is suspended. */
const CERTIFICATES = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'kind', k.kind, 'operations', k.operations, 'status', k.status,
    'validFrom', k.valid_from, 'validTo', k.valid_to, 'reviewDueOn', k.review_due_on, 'revokedAt', ${epochMs('k.revoked_at')},
    'scannedAt', ${epochMs('k.scanned_at')}, 'scanUntil', ${epochMs('k.scan_until')}) order by k.id), '[]')
  from certificates k join welders i on i.id = k.welder_id and i.status = 'active' where k.welder_id = e.instructor_id)`;

/** SQL: the session that nobody has ended and that names both, as facts of a decision. */
export const practiceOf = (machine: string, welder: string): string => `(
  select jsonb_build_object('id', e.id, 'schoolId', s.enterprise_id, 'instructorId', e.instructor_id, 'endsAt', ${epochMs('e.ends_at')},
    'presentUntil', ${epochMs('e.present_until')}, 'certificates', ${CERTIFICATES})
  from training_practice_pupils u
  join training_practice_machines x on x.practice_id = u.practice_id and x.machine_id = ${machine} and x.released_at is null
  join training_practices e on e.id = u.practice_id and e.ended_at is null
  join training_providers s on s.id = e.provider_id
  where u.welder_id = ${welder} and u.released_at is null)`;

/** SQL: the last printed day of a verified certificate of the instructor that covers an operation, as the midnight after it. */
const instructorCovered = (operation: string): string => `coalesce((
  select timezone('Asia/Shanghai', (max(k.valid_to) + 1)::timestamp) from certificates k
  join welders i on i.id = k.welder_id and i.status = 'active'
  where k.welder_id = e.instructor_id and k.status = 'verified' and ${operation} = any(k.operations)), e.opened_at)`;

/** SQL: until when a session covers its pupils' work; null where the job belongs to none. */
export const practiceEnd = (practice: string, operation: string): string => `(
  select least(e.ended_at, e.ends_at, e.present_until, ${instructorCovered(operation)}) from training_practices e where e.id = ${practice})`;
