/**
 * Whom an open campaign is for: welders who work in its region now, narrowed by what it names. The question is asked anew
 * each time, so that whoever is registered later joins, and whoever left is not counted.
 */
const covers = (c: string, w: string): string => `${w}.status = 'active' and ${w}.same_person_as is null
  and ${w}.region_code >= ${c}.region_code and ${w}.region_code < ${c}.region_code || ':'
  and (${c}.enterprise_ids = '{}' or ${w}.enterprise_id = any(${c}.enterprise_ids) or exists (select 1 from employments em
    where em.welder_id = ${w}.id and em.enterprise_id = any(${c}.enterprise_ids) and em.until is null))
  and (${c}.industries = '{}' or exists (select 1 from enterprises en
    where en.id = ${w}.enterprise_id and en.industry = any(${c}.industries)))
  and (${c}.operations = '{}' or exists (select 1 from certificates k
    where k.welder_id = ${w}.id and k.operations && ${c}.operations and k.status not in ('revoked', 'forged')))`;

/** Of a campaign `c`, each welder it is for, with region and enterprise: as of now, or as it was when the campaign was closed. */
export const targetsOf = (c: string, narrowed = 'true'): string => `(
  select w.id as welder_id, w.region_code, w.enterprise_id from welders w
  where ${c}.closed_at is null and ${covers(c, 'w')} and ${narrowed}
  union all
  select w.welder_id, w.region_code, w.enterprise_id from training_closed_targets w
  where ${c}.closed_at is not null and w.campaign_id = ${c}.id and ${narrowed.replaceAll('w.id', 'w.welder_id')})`;

/** Whether the welder with this id (`$n` or a column) is one of them. */
export const isTargeted = (c: string, welderId: string): string =>
  `exists (select 1 from ${targetsOf(c, `w.id = ${welderId}`)} target)`;

/**
 * The last day of the earliest campaign that a welder owes, for the question for power: a pass since its first day, of
 * this campaign or of another one, meets it.
 */
export const owedBy = (welderId: string): string => `(
  select min(tc.due_on)::text from training_campaigns tc
  where ${isTargeted('tc', welderId)} and not exists (select 1 from training_passes tp
    where tp.welder_id = ${welderId} and tp.passed_at >= (tc.starts_on::timestamp at time zone 'Asia/Shanghai')))`;

/** The last good day of a welder's passes. */
export const passedTo = (welderId: string): string =>
  `(select max(tp.valid_to) from training_passes tp where tp.welder_id = ${welderId})`;
