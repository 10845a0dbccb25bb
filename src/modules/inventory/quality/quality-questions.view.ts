import { subjectOf, type QualityKind, type QualitySubject } from '../../../domain/data-quality/quality-kinds';
import type { QualityLimits } from '../../../domain/data-quality/quality-limits';
import { LEADERS } from '../../../domain/people/roles';

/** One question: where it holds, and the facts on which an acceptance rests. `s` is the record, `$1` today. */
interface Question {
  readonly holds: string;
  readonly facts: string;
}

const LIVING = `s.status <> 'scrapped'`;
/** In degrees, about 20 km: rectangles are rough, and a machine may stand across the border for a week. */
const BEYOND = 0.2;
const BOUND = 'from chip_bindings b where b.machine_id = s.id and b.unbound_at is null';
const LAST_ARC = 'select max(a.started_at) from arcs a where a.machine_id = s.id';
const nobodyIs = (
  ...roles: readonly string[]
): string => `not exists (select 1 from users u where u.enterprise_id = s.id
  and u.disabled_at is null and u.roles && array[${roles.map((role) => `'${role}'`).join(', ')}])`;
const HAS_WORK = `(exists (select 1 from machines m where m.enterprise_id = s.id) or exists (select 1 from welders w where w.enterprise_id = s.id))`;
const certificates = (condition: string): string => `from certificates c where c.welder_id = s.id and ${condition}`;
const IS_A_PERSON = `s.status = 'active' and s.same_person_as is null`;
const idsOf = (from: string, id: string): string => `(select string_agg(${id}, ',' order by ${id}) ${from})`;

const TWINS = `from machines o where o.serial_key = s.serial_key and o.id <> s.id and o.status <> 'scrapped' and left(o.region_code, 6) = left(s.region_code, 6)`;
const NAMESAKES = `from welders o where o.phone_hash = s.phone_hash and o.name_folded = s.name_folded and o.id <> s.id and o.status = 'active' and o.same_person_as is null`;
const longWaiting = (days: number): string =>
  certificates(
    `c.status = 'unverified' and c.created_at < ($1::date - ${days})::timestamp at time zone 'Asia/Shanghai'`,
  );
const OTHER_NUMBER = certificates(
  `c.status in ('unverified', 'verified') and c.number_masked like 'T%' and substr(c.number_masked, 2) <> s.id_number_masked`,
);

/** Outside the rectangle around the region, or around the smallest one known around that. */
const OUT_OF_REGION = `exists (select 1 from (select * from region_bounds b where starts_with(s.region_code, b.region_code)
  order by length(b.region_code) desc limit 1) b
  where s.lat not between b.south - ${BEYOND} and b.north + ${BEYOND} or s.lng not between b.west - ${BEYOND} and b.east + ${BEYOND})`;

/** What another platform says otherwise; every version of it is a fact of its own. */
const SAID_OTHERWISE = `from exchange_taken o where o.entity_id = s.id and o.verdict = 'waiting'`;
const DIFFERS: Question = {
  holds: `exists (select 1 ${SAID_OTHERWISE})`,
  facts: idsOf(SAID_OTHERWISE, `concat_ws(' ', o.partner_id, o.version, array_to_string(o.differing, ' '))`),
};

/** The limits are whole numbers of rules, so that they may stand in the text. */
export const questionsBy = ({
  mostOutlets,
  idleDays,
  waitingDays,
}: QualityLimits): Readonly<Record<QualityKind, Question>> => ({
  'machine-serial-missing': { holds: `${LIVING} and s.serial_number is null`, facts: 's.model' },
  // whoever collected a machine took a photo of its nameplate, or of the machine and said why none is legible
  'machine-photo-missing': {
    holds: `${LIVING} and s.facts_photo_id is null
      and not exists (select 1 from collections c where c.entity_id = s.id and c.kind = 'machine' and c.nameplate is not null)`,
    facts: `concat_ws(' ', s.model, s.serial_number)`,
  },
  'machine-place-missing': { holds: `${LIVING} and length(s.region_code) < 9`, facts: 's.region_code' },
  'machine-place-far': {
    holds: `${LIVING} and s.lat is not null and ${OUT_OF_REGION}`,
    facts: `concat_ws(' ', s.region_code, round(s.lat::numeric, 3), round(s.lng::numeric, 3))`,
  },
  'machine-owner-missing': {
    holds: `${LIVING} and s.enterprise_id is null and s.owner_welder_id is null`,
    facts: 's.region_code',
  },
  'machine-outlets-odd': { holds: `${LIVING} and s.outlets > ${mostOutlets}`, facts: 's.outlets::text' },
  'machine-idle': {
    holds: `s.status = 'in-service' and exists (select 1 ${BOUND} and b.bound_at < $1::date - ${idleDays})
      and not exists (select 1 from arcs a where a.machine_id = s.id and a.started_at >= $1::date - ${idleDays})`,
    facts: `coalesce((${LAST_ARC})::date::text, (select max(b.bound_at)::date::text ${BOUND}))`,
  },
  'machine-twice': {
    holds: `${LIVING} and s.serial_key is not null and exists (select 1 ${TWINS})`,
    facts: idsOf(TWINS, 'o.id'),
  },
  'machine-scrapped-with-chip': {
    holds: `s.status = 'scrapped' and exists (select 1 ${BOUND})`,
    facts: `(select max(b.chip_no) ${BOUND})`,
  },
  'machine-differs': DIFFERS,
  'welder-differs': DIFFERS,
  'enterprise-differs': DIFFERS,
  'welder-certificate-missing': {
    holds: `${IS_A_PERSON} and not exists (select 1 ${certificates(`c.status in ('unverified', 'verified')`)})`,
    facts: `coalesce(s.enterprise_id, '')`,
  },
  'welder-certificate-waiting': { holds: `${IS_A_PERSON} and exists (select 1 ${longWaiting(waitingDays)})`, facts: idsOf(longWaiting(waitingDays), 'c.id') }, // prettier-ignore
  'welder-certificate-number-odd': { holds: `${IS_A_PERSON} and exists (select 1 ${OTHER_NUMBER})`, facts: idsOf(OTHER_NUMBER, 'c.id') }, // prettier-ignore
  'welder-twice': { holds: `${IS_A_PERSON} and exists (select 1 ${NAMESAKES})`, facts: idsOf(NAMESAKES, 'o.id') },
  'enterprise-head-missing': {
    holds: `s.status = 'active' and ${HAS_WORK} and ${nobodyIs(...LEADERS)}`,
    facts: 's.industry',
  },
  'enterprise-safety-missing': {
    holds: `s.status = 'active' and s.kind = 'company' and ${HAS_WORK} and ${nobodyIs('safety-officer')}`,
    facts: `concat_ws(' ', s.industry, s.headcount)`,
  },
});

interface SubjectColumns {
  readonly table: string;
  readonly enterprise: string;
  readonly name: string;
  readonly owner: string;
  readonly codeColumn: string;
  /** Where it stands: decides whose grid it lies in. */
  readonly point: string;
}

const OWNER = `coalesce((select e.name from enterprises e where e.id = s.enterprise_id), %)`;

const NO_POINT = 'null, null';

const SUBJECTS: Readonly<Record<QualitySubject, SubjectColumns>> = {
  machine: {
    table: 'machines',
    enterprise: 's.enterprise_id',
    name: `concat_ws(' ', s.model, s.serial_number)`,
    owner: OWNER.replace('%', '(select w.name from welders w where w.id = s.owner_welder_id)'),
    codeColumn: 's.code',
    point: 's.lat, s.lng',
  },
  welder: { table: 'welders', enterprise: 's.enterprise_id', name: 's.name', owner: OWNER.replace('%', 'null'), codeColumn: 's.code', point: NO_POINT }, // prettier-ignore
  enterprise: {
    table: 'enterprises',
    enterprise: 's.id',
    name: 's.name',
    owner: 'null',
    codeColumn: 'null',
    point: NO_POINT,
  },
};

export const columnsFor = (kind: QualityKind): SubjectColumns => SUBJECTS[subjectOf(kind)];
