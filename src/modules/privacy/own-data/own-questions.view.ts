import type { OwnDataKind } from '../../../domain/privacy/own-data';

const MOST = 1_000;
/** `$1`: the user, `$2`: the welder that the account stands for. */
export const OWN_QUESTIONS: Readonly<Record<OwnDataKind, string>> = {
  account: `select u.username, u.name, u.roles, u.phone_sealed as "phoneSealed", u.region_code as "regionCode", e.name as enterprise,
      u.created_at as "createdAt" from users u left join enterprises e on e.id = u.enterprise_id where u.id = $1 and ($2::text is null or true)`,
  'notice-settings': `select mail_sealed as "mailSealed", quiet_from as "quietFrom", quiet_to as "quietTo", digest, language, choices
      from notice_settings where user_id = $1 and ($2::text is null or true)`,
  welder: `select w.name, w.code, w.id_number_sealed as "idNumberSealed", w.phone_sealed as "welderPhoneSealed", w.region_code as "regionCode",
      e.name as enterprise, w.status, w.training_valid_to as "trainingValidTo", w.created_at as "createdAt"
      from welders w left join enterprises e on e.id = w.enterprise_id where w.id = $2 and $1::text is not null`,
  certificates: `select c.kind, c.operations, c.number_sealed as "numberSealed", c.issuer, c.issued_on as "issuedOn", c.valid_from as "validFrom",
      c.valid_to as "validTo", c.status from certificates c where c.welder_id = $2 and $1::text is not null order by c.id desc limit ${MOST}`,
  employments: `select e.name as enterprise, m.since, m.until from employments m join enterprises e on e.id = m.enterprise_id
      where m.welder_id = $2 and $1::text is not null order by m.since desc limit ${MOST}`,
  permits: `select p.number, p.state, p.place_name as place, p.planned_start as "plannedStart", p.planned_end as "plannedEnd",
        case when p.applicant_id = $1 then 'applicant' when p.fire_watch_id = $1 then 'watcher' else 'welder' end as "as"
      from permits p where p.applicant_id = $1 or p.fire_watch_id = $1 or p.id in (select w.permit_id from permit_welders w where w.welder_id = $2)
      order by p.id desc limit ${MOST}`,
  jobs: `select m.code as machine, j.state, j.reserved_at as "at", j.ended_at as "endedAt" from jobs j join machines m on m.id = j.machine_id
      where j.welder_id = $2 and $1::text is not null order by j.id desc limit ${MOST}`,
  training: `select c.name as campaign, a.signed_in_at as "at" from training_attendances a join training_sessions s on s.id = a.session_id
      join training_campaigns c on c.id = s.campaign_id where a.welder_id = $2 and $1::text is not null order by a.signed_in_at desc limit ${MOST}`,
  devices: `select last_at as "at" from login_devices where user_id = $1 and ($2::text is null or true) order by last_at desc`,
  contracts: `select p.name as client, o.name as contractor, c.kind, c.work, c.starts_on as since, c.ends_on as until
      from contracts c join enterprises p on p.id = c.client_id join enterprises o on o.id = c.contractor_id
      where c.welder_ids @> array[$2]::text[] and $1::text is not null order by c.id desc limit ${MOST}`,
  decisions: `select m.code as machine, d.purpose, d.allowed, d.at from decisions d left join machines m on m.id = d.machine_id
      where d.welder_id = $2 or d.caller_id = $1 order by d.id desc limit ${MOST}`,
  help: `select h.state, h.note, h.asked_at as "at", h.closed_at as "endedAt" from help_tickets h
      where h.asked_by = $1 or h.welder_id = $2 order by h.id desc limit ${MOST}`,
  tests: `select c.name as campaign, a.drawn_at as "at", a.passed, p.valid_to as "validTo" from training_attempts a
      join training_campaigns c on c.id = a.campaign_id left join training_passes p on p.attempt_id = a.id
      where a.welder_id = $2 and $1::text is not null order by a.id desc limit ${MOST}`,
  practice: `select v.name as school, p.opened_at as "at", p.ended_at as "endedAt",
        case when p.instructor_id = $2 then 'instructor' else 'pupil' end as "as"
      from training_practices p join training_providers v on v.id = p.provider_id
      where (p.instructor_id = $2 or exists (select 1 from training_practice_pupils u where u.practice_id = p.id and u.welder_id = $2))
        and $1::text is not null order by p.id desc limit ${MOST}`,
  recency: `select r.kind, r.worked_on as "workedOn", r.place, r.declared_at as "at" from recency_declarations r
      where r.welder_id = $2 and $1::text is not null order by r.id desc limit ${MOST}`,
  suspensions: `select s.state, s.reason, s.suspended_at as "at", s.until_at as "until", s.appeal, s.answer from welder_suspensions s
      where s.welder_id = $2 and $1::text is not null order by s.id desc limit ${MOST}`,
  cases: `select v.kind, v.state, v.place, v.found_at as "at", v.closed_at as "endedAt" from violations v
      where v.welder_id = $2 or v.assigned_to = $1 order by v.id desc limit ${MOST}`,
  machines: `select m.code as machine, m.model, m.status, case when m.owner_welder_id = $2 then 'owner' else 'user' end as "as" from machines m
      where (m.owner_welder_id = $2 or m.user_welder_id = $2) and $1::text is not null order by m.id desc limit ${MOST}`,
  'self-checks': `select e.name as enterprise, c.period_from as since, c.period_to as until, c.signed_name as name, c.signed_at as "at"
      from self_checks c join enterprises e on e.id = c.enterprise_id
      where (c.led_by = $1 or exists (select 1 from self_check_answers a where a.check_id = c.id and a.answered_by = $1)) and ($2::text is null or true)
      order by c.id desc limit ${MOST}`,
  drills: `select e.name as enterprise, d.kind, d.held_on as "heldOn", d.place,
        case when d.recorded_by = $1 then 'recorder' else 'participant' end as "as"
      from drills d join enterprises e on e.id = d.enterprise_id join users u on u.id = $1
      where d.recorded_by = $1 or (u.name = any(d.people) and (d.enterprise_id = u.enterprise_id
        or d.enterprise_id in (select m.enterprise_id from employments m where m.welder_id = $2)))
      order by d.id desc limit ${MOST}`,
  'internal-reports': `select e.name as enterprise, r.text, r.place, r.state, r.answer, r.reported_at as "at", w.state as reward
      from internal_reporters i join internal_reports r on r.id = i.report_id join enterprises e on e.id = r.enterprise_id
      left join internal_rewards w on w.report_id = r.id where i.user_id = $1 and ($2::text is null or true) order by r.id desc limit ${MOST}`,
  registrations: `select r.kind, r.state, r.name, r.firm_name as enterprise, r.asked_at as "at" from registrations r
      where r.user_id = $1 or r.welder_id = $2 order by r.id desc limit ${MOST}`,
  duties: `select g.grid_code as "regionCode", g.duty, g.from_on as since, g.until_on as until from grid_people g
      where g.user_id = $1 and ($2::text is null or true) order by g.id desc limit ${MOST}`,
  leaves: `select l.from_at as since, l.until_at as until, l.reason from leaves l
      where l.user_id = $1 and ($2::text is null or true) order by l.id desc limit ${MOST}`,
  notices: `select t.kind, t.channel, t.made_at as "at" from messages t
      where t.user_id = $1 and ($2::text is null or true) order by t.id desc limit ${MOST}`,
  erasures: `select r.state, r.reason, r.asked_at as "at", r.note from erasure_requests r
      where r.user_id = $1 or r.welder_id = $2 order by r.id desc limit ${MOST}`,
};
