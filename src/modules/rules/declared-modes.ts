/**
 * SQL: the roll-out modes in force at a moment for a region and all regions around it, as JSON of `DeclaredMode`. For
 * statements that may not cost a second one; `modesAt` says which of them hold.
 */
export const declaredModes = (regionCode: string, at: string): string => `(
  select coalesce(jsonb_agg(jsonb_build_object('topic', r.topic, 'mode', r.mode, 'regionCode', r.region_code)), '[]')
  from roll_out_modes r
  where starts_with(${regionCode}, r.region_code) and r.valid_from <= ${at} and (r.valid_to is null or ${at} < r.valid_to))`;
