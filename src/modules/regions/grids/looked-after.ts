/**
 * SQL: a place is a grid worker's to look after, as `src/domain/regions/responsible.ts` says; or nobody below the town is
 * responsible. `who` and `day` name parameters; where `who` is null everything is looked after.
 */
export const lookedAfter = (who: string, day: string, region: string, point = 'null, null'): string =>
  `(${who}::text is null or coalesce(${who} = any(grid_people_at(${region}, ${point}, ${day}::date)), true))`;
