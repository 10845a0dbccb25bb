import { epochMs } from '../../platform/database/epoch-ms';

/** What the holiday table says of some days, first and last given as dates: an object by date. */
export const daysBetween = (first: string, last: string): string => `
  (select jsonb_object_agg(to_char(t.day, 'YYYY-MM-DD'), jsonb_build_object('dayKind', d.kind, 'yearKnown', y.year is not null))
    from generate_series((${first})::timestamp, (${last})::timestamp, interval '1 day') as t(day)
    left join calendar_days d on d.day = t.day::date
    left join calendar_years y on y.year = extract(year from t.day) and y.complete)`;

/** Special periods of a region that overlap a stretch of time. */
export const periodsBetween = (regionCode: string, from: string, to: string): string => `
  (select coalesce(jsonb_agg(jsonb_build_object('from', ${epochMs('s.valid_from')}, 'to', ${epochMs('s.valid_to')}) order by s.valid_from), '[]')
    from special_periods s where starts_with(${regionCode}, s.region_code) and s.valid_from < ${to} and s.valid_to > ${from})`;
