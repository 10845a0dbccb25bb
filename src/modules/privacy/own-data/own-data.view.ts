import type { OwnDataKind } from '../../../domain/privacy/own-data';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';

export type OwnRow = Record<string, unknown>;

const MOST = 1_000;
/** `$1`: the user, `$2`: the welder that the account stands for. */
const QUESTIONS: Readonly<Record<OwnDataKind, string>> = {
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
};

/** All that is kept of somebody, as it is stored. As the system: it is their own. */
export const ownRows = (tx: Tx, kind: OwnDataKind, { userId, welderId }: Caller): Promise<OwnRow[]> =>
  tx.query<OwnRow>(QUESTIONS[kind], [userId, welderId]);

export interface Look {
  readonly at: number;
  readonly name: string;
  readonly action: string;
  readonly reason: string | null;
}

/** Who saw clear numbers of somebody, and why. The trail holds each such look for good. As the system. */
export const looksAt = (tx: Tx, { userId, welderId }: Caller): Promise<Look[]> =>
  tx.query<Look>(
    `select e.at, coalesce(u.name, e.actor_name) as name, e.action, coalesce(e.after ->> 'reason', e.after ->> 'method') as reason
     from audit_entries e left join users u on u.id = e.actor_id
     where (e.action in ('welder.revealed', 'certificate.revealed', 'certificate.looked-up'))
       and ((e.entity = 'welder' and e.entity_id = $2)
         or (e.entity = 'certificate' and e.entity_id in (select c.id from certificates c where c.welder_id = $2))
         or (e.entity = 'user' and e.entity_id = $1))
     order by e.id desc limit 100`,
    [userId, welderId],
  );
