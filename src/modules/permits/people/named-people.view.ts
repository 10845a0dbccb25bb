/**
 * SQL that says who is named and whether they took part, as `NamedPerson`. `p` is the permit, `side` whose side asked for
 * it: the applicant's enterprise and, where they weld, their own record.
 */
export const ASKING_SIDE = `
  left join lateral (
    select a.id as "userId", a.welder_id as "welderId", coalesce(a.enterprise_id, aw.enterprise_id) as "enterpriseId"
    from users a left join welders aw on aw.id = a.welder_id where a.id = p.applicant_id
  ) side on true`;

/** Fields of `jsonb_build_object` for a welder `w`. */
export const NAMED_WELDER = `'id', w.id, 'name', w.name, 'enterpriseId', w.enterprise_id,
  'tookPart', coalesce(w.enterprise_id = side."enterpriseId", false) or coalesce(w.id = side."welderId", false)`;

/** A user, as an object: their enterprise is that of the account, else of the welder they are. */
export const namedUser = (id: string): string => `
  (select jsonb_build_object('id', u.id, 'name', u.name, 'enterpriseId', coalesce(u.enterprise_id, uw.enterprise_id),
     'tookPart', u.id = p.applicant_id or coalesce(coalesce(u.enterprise_id, uw.enterprise_id) = side."enterpriseId", false)
       or exists (select 1 from permit_watch_records r where r.permit_id = p.id and r.user_id = u.id)
       or exists (select 1 from permit_signatures s where s.permit_id = p.id and s.user_id = u.id)
       or exists (select 1 from permit_paper_records r where r.permit_id = p.id and r.user_id = u.id))
   from users u left join welders uw on uw.id = u.welder_id where u.id = ${id})`;
