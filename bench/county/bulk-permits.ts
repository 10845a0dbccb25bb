import type { Queries } from '../kit/queries';

const CHUNK = 20_000;
const ENTERPRISES = 1_000;

export interface BulkPermits {
  readonly rows: number;
  /** Share of the permits that are under way or planned for the coming month; the others are closed ones of the year before. */
  readonly openShare: number;
  readonly say: (line: string) => void;
}

/** A county's permits in bulk: a thousand enterprises in all its towns, half a degree wide. */
export async function insertBulkPermits(db: Queries, { rows, openShare, say }: BulkPermits): Promise<void> {
  await db.query(
    `insert into users (id, username, name, roles, created_at) values ('BULK', 'bulk', '批量', '{enterprise-manager}', now())`,
  );
  await db.query(
    `insert into enterprises (id, name, kind, industry, region_code, contact_name, contact_phone_sealed, created_at)
     select 'B' || lpad(i::text, 6, '0'), '批量企业' || i, 'company', 'manufacturing', r.code, '批量', 'x', now()
     from generate_series(0, $1 - 1) i
     join (select code, row_number() over (order by code) - 1 as n, count(*) over () as total from regions where code like '411003%' and length(code) = 9) r
       on r.n = i % r.total`,
    [ENTERPRISES],
  );
  for (let from = 0; from < rows; from += CHUNK) {
    await db.query(
      `insert into permits (id, number, code, regime, level, proposed_level, state, enterprise_id, region_code, place_name, lat, lng, radius_m,
         content, method, planned_start, planned_end, applicant_id, submitted_at, issued_at, created_at)
       select '0' || lpad(i::text, 25, '0'), 'BULK-' || lpad(i::text, 9, '0'), 'BULK' || i, 'general', 'ordinary', 'ordinary',
         case when not open then (array['closed', 'closed', 'closed', 'expired', 'cancelled'])[1 + i % 5]
           when s <= now() then (array['issued', 'active', 'suspended'])[1 + i % 3]
           else (array['submitted', 'approved', 'issued'])[1 + i % 3] end,
         e.id, e.region_code, (array['一号', '二号', '三号', '东', '西', '南', '北'])[1 + i % 7]
           || (array['车间', '仓库', '装配区', '锅炉房', '管廊', '泵房', '配电室', '反应釜平台'])[1 + (i / 7) % 8] || (i % 977)::text || '号位',
         33.9 + random() * 0.5, 113.6 + random() * 0.5, 100, '焊接支架', '焊条电弧焊', s, s + interval '6 hours', 'BULK', s, s, s
       from (select i, open, now() - interval '5 hours' + random() * (case when open then interval '30 days' else -interval '1 year' end) as s
         from (select i, random() < $3 as open from generate_series($1::int, $2::int) i) drawn) t
       join enterprises e on e.id = 'B' || lpad((i % ${ENTERPRISES})::text, 6, '0')`,
      [from, Math.min(from + CHUNK, rows) - 1, openShare],
    );
    if (from % (10 * CHUNK) === 0) say(`${from} of ${rows} permits`);
  }
  // as autovacuum leaves them in the field
  await db.query('vacuum analyze permits');
  await db.query('vacuum analyze permit_place_words');
  await db.query('checkpoint');
}
