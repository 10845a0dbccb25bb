import { epochMs } from '../../../platform/database/epoch-ms';

/** `standingAt` of the domain in SQL, of the stop order `s`: it lapses with time, though no timer ran. */
export const standingSql = (s: string, at: string): string =>
  `case when ${s}.standing = 'provisional' and ${s}.due_at <= ${at} then 'lapsed' else ${s}.standing end`;

/** Orders that may be in force, of the stopped jobs `j` that are meant; time tells which have lapsed. */
export const stopsOf = (meant: string): string => `(
  select coalesce(jsonb_agg(jsonb_build_object('jobId', s.job_id, 'standing', s.standing, 'dueAt', ${epochMs('s.due_at')},
      'orderedAt', ${epochMs('s.ordered_at')}) order by s.job_id), '[]')
  from jobs j join job_stop_orders s on s.job_id = j.id
  where j.end_reason = 'stop-order' and s.standing in ('provisional', 'confirmed') and (${meant}))`;
