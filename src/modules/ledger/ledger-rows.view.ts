import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';
import type { FileRow } from '../../schema/platform/file.row';
import type { LedgerPeriod } from './ledger-period';

/** A row of the file as the database gives it; `$1` the enterprise, `$2` and `$3` the first and the last day. */
export type LedgerRow = Readonly<Record<string, string | number | string[] | null>>;

/** Of the longest table; more would be no file that a person reads. */
const MOST_ROWS = 1_000;

const day = (column: string): string => `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
const minute = (column: string): string => `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`;
/** A moment inside the period. */
const during = (column: string): string =>
  `${column} >= $2::date::timestamp at time zone 'Asia/Shanghai' and ${column} < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
const on = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;

/** Those of today; the others are what happened in the period. */
const QUESTIONS = {
  firm: `select e.uscc, e.contact_name as contact from enterprises e where e.id = $1 and $2::date <= $3::date`,
  machines: `select m.code, concat_ws(' ', m.model, m.serial_number) as model, m.process, m.status, b.chip_no as chip, ${on('m.inspection_due_on')} as until
    from machines m left join chip_bindings b on b.machine_id = m.id and b.unbound_at is null
    where m.enterprise_id = $1 and m.status <> 'scrapped' and $2::date <= $3::date order by m.code`,
  welders: `select w.name, w.id_number_masked as id, w.status, c.number_masked as certificate, c.operations, c.status as card, ${on('c.valid_to')} as until,
      ${on('w.training_valid_to')} as training
    from welders w left join certificates c on c.welder_id = w.id and c.status not in ('revoked', 'forged') and c.valid_to >= $2::date
    where w.enterprise_id = $1 and w.same_person_as is null and $2::date <= $3::date order by w.name, w.id, c.valid_to desc`,
  contracts: `select p.name as client, o.name as contractor, c.kind, c.work, c.qualification, ${on('c.starts_on')} as "from", ${on('c.ends_on')} as "to",
      ${on('c.agreement_until')} as until, cardinality(c.welder_ids) as welders, cardinality(c.machine_ids) as machines
    from contracts c join enterprises p on p.id = c.client_id join enterprises o on o.id = c.contractor_id
    where $1 in (c.client_id, c.contractor_id) and c.starts_on <= $3::date and c.ends_on >= $2::date order by c.id desc`,
  permits: `select p.number, p.place_name as place, p.content, p.regime, p.level, p.state, ${minute('p.planned_start')} as "from", ${minute('p.planned_end')} as "to",
      array(select concat(u.name, '|', s.role, '|', ${minute('s.signed_at')}) from permit_signatures s join users u on u.id = s.user_id
        where s.permit_id = p.id and s.round = p.round order by s.step, s.signed_at) as signatures
    from permits p where $1 in (p.enterprise_id, p.contractor_id) and p.state <> 'draft' and ${during('p.planned_start')} order by p.planned_start desc`,
  selfChecks: `select ${on('s.period_from')} as "from", ${on('s.period_to')} as "to", ${on('s.due_on')} as due, ${day('s.signed_at')} as signed, s.signed_name as name,
      (select count(*)::int from self_check_findings f where f.check_id = s.id) as found,
      (select count(*)::int from self_check_findings f join violations v on v.id = f.violation_id
       where f.check_id = s.id and v.state not in ('closed', 'withdrawn')) as open
    from self_checks s where s.enterprise_id = $1 and s.period_to >= $2::date and s.period_from <= $3::date order by s.period_from desc`,
  drills: `select d.kind, ${on('d.held_on')} as held, d.place, d.course, d.head_count as people, d.shortcomings, d.remedies, ${on('d.next_due_on')} as next
    from drills d where d.enterprise_id = $1 and d.held_on between $2::date and $3::date order by d.held_on desc`,
  training: `select w.name, c.name as campaign, ${day('p.passed_at')} as passed, ${on('p.valid_to')} as until
    from training_passes p join welders w on w.id = p.welder_id join training_campaigns c on c.id = p.campaign_id
    where w.enterprise_id = $1 and ${during('p.passed_at')} order by p.passed_at desc`,
  cases: `select v.kind, v.grade, v.state, v.place, v.description, ${day('v.found_at')} as found, ${day('v.due_at')} as due, ${day('v.closed_at')} as closed
    from violations v where v.enterprise_id = $1 and v.certainty = 'confirmed' and ${during('v.found_at')} order by v.found_at desc`,
  reports: `select i.text, i.place, i.reporter_name as name, ${day('i.reported_at')} as reported, i.state, i.outcome, i.answer, w.yuan
    from internal_reports i left join internal_rewards w on w.report_id = i.id and w.state in ('approved', 'paid')
    where i.enterprise_id = $1 and ${during('i.reported_at')} order by i.id desc`,
  inspections: `select i.kind, i.result, ${day('i.published_at')} as published,
      (select count(*)::int from inspection_findings f where f.inspection_id = i.id) as found
    from inspections i where i.enterprise_id = $1 and i.state = 'published' and ${during('i.published_at')} order by i.published_at desc`,
} as const;
export type LedgerQuestion = keyof typeof QUESTIONS;
const NAMES = Object.keys(QUESTIONS) as LedgerQuestion[];

/** Pictures that belong to what happened in the period. */
const PHOTOS = `
  select f.id, f.bytes, f.media_type as "mediaType", x.about from files f join (
    select unnest(a.photo_ids) as id, 'self-check' as about from self_check_answers a join self_checks s on s.id = a.check_id
      where s.enterprise_id = $1 and s.period_to >= $2::date and s.period_from <= $3::date
    union select s.signature_id, 'self-check-signature' from self_checks s
      where s.enterprise_id = $1 and s.signature_id is not null and s.period_to >= $2::date and s.period_from <= $3::date
    union select unnest(d.photo_ids), 'drill' from drills d where d.enterprise_id = $1 and d.held_on between $2::date and $3::date
    union select unnest(c.agreement_file_ids), 'safety-agreement' from contracts c
      where $1 in (c.client_id, c.contractor_id) and c.starts_on <= $3::date and c.ends_on >= $2::date) x on x.id = f.id
  order by x.about, f.id limit $4`;

export interface LedgerPhoto extends Readonly<Pick<FileRow, 'id' | 'bytes' | 'mediaType'>> {
  readonly about: string;
}

/** All that the platform holds of one enterprise over a period. Whether the caller may see it is asked before. */
@Injectable()
export class LedgerRows {
  async load(
    tx: Tx,
    enterpriseId: string,
    { from, to }: LedgerPeriod,
  ): Promise<Readonly<Record<LedgerQuestion, LedgerRow[]>>> {
    const answers = await Promise.all(
      NAMES.map((name) => tx.query<LedgerRow>(`${QUESTIONS[name]} limit ${MOST_ROWS}`, [enterpriseId, from, to])),
    );
    return Object.fromEntries(NAMES.map((name, i) => [name, answers[i]!])) as Record<LedgerQuestion, LedgerRow[]>;
  }

  photos(tx: Tx, enterpriseId: string, { from, to }: LedgerPeriod, most: number): Promise<LedgerPhoto[]> {
    return tx.query<LedgerPhoto>(PHOTOS, [enterpriseId, from, to, most]);
  }
}
