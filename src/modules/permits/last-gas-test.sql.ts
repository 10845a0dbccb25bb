import { epochMs } from '../../platform/database/epoch-ms';

/** Of a test `x` that failed: what failed since one last passed. */
const FAILED_GASES = `case when not x.passed then (
    select jsonb_agg(distinct f ->> 'gas') from permit_gas_tests t cross join jsonb_array_elements(t.failed) f
    where t.permit_id = x.permit_id and not t.passed and t.sampled_at > coalesce(
      (select max(g.sampled_at) from permit_gas_tests g where g.permit_id = x.permit_id and g.passed), '-infinity')) end`;

/** The newest sample of a permit `p`; one that comes late changes nothing. */
export const LAST_GAS_TEST = `(select jsonb_strip_nulls(jsonb_build_object('sampledAt', ${epochMs('x.sampled_at')}, 'passed', x.passed, 'failedGases', ${FAILED_GASES})) from permit_gas_tests x
    where x.permit_id = p.id order by x.sampled_at desc, x.recorded_at desc, x.id desc limit 1)`;
