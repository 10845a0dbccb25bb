import { Injectable } from '@nestjs/common';
import type {
  AreaFacts,
  ChipFacts,
  MachineFacts,
  OpenJob,
  PracticeFacts,
  WelderFacts,
} from '../../domain/authorization/facts';
import { modesAt, type DeclaredMode, type RollOutModes } from '../../domain/authorization/roll-out-modes';
import type { Waiver } from '../../domain/authorization/waivers';
import type { KnownStop } from '../../domain/jobs/stop-order';
import type { Certificate } from '../../domain/certificates/certificate';
import { validityOf } from '../../domain/certificates/certificate-rules';
import { asPrinted } from '../../domain/places/signboard';
import { parseCode } from '../../domain/registry/code';
import { trainingEnds } from '../../domain/training/training-ends';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import type { CertificateRow } from '../../schema/certificates/certificate.row';
import { MachineRow } from '../../schema/registry/machine.row';
import { userEnterpriseOf, userWelderOf } from '../registry/machine-user';
import { declaredModes } from '../rules/declared-modes';
import { practiceOf } from '../training/practices/practice-cover.view';
import { owedBy, passedTo } from '../training/targets.view';
import type { Named, Question } from './question';
import { stopsOf } from './stop-orders/stops.sql';

/** Machine, chip, welder and what hangs on them, as the question names them. */
export interface Subjects {
  readonly machineCodeKind: string | null;
  readonly welderCodeKind: string | null;
  readonly machine: MachineFacts | null;
  readonly chip: ChipFacts | null;
  readonly chipPosition: { readonly lat: number; readonly lng: number; readonly accuracyM: number } | null;
  readonly welder: WelderFacts | null;
  readonly certificates: readonly Certificate[];
  readonly area: KnownArea | null;
  readonly modes: RollOutModes;
  readonly stops: readonly KnownStop[];
  readonly waivers: readonly Waiver[];
  readonly practice: PracticeFacts | null;
  readonly photoTakenAt: Instant | null;
  readonly proofPhotoTakenAt: Instant | null;
}

/** A designated area with what is known of its signboard and its roll-out. */
export interface KnownArea extends AreaFacts {
  readonly signboardCode: string | null;
  readonly signboardBoundAt: Instant | null;
}

const OF_MACHINE = ['automatic', 'outlets', 'regionCode', 'inspectionDueOn'] as const;

/** An older position of the chip says nothing about where the machine stands now. */
const CHIP_POSITION_FRESH = `interval '10 minutes'`;

const openJobs = (column: string, of: string): string => `(
  select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'machineId', j.machine_id, 'outlet', j.outlet, 'automatic', j.automatic)), '[]')
  from jobs j where j.${column} = ${of} and j.state in ('reserved', 'running'))`;

/** What the duty desk let pass for this welder with this machine. */
const WAIVERS = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'code', g.code, 'permitId', g.permit_id, 'areaId', g.designated_area_id,
    'until', ${epochMs('g.until')}) order by g.id), '[]')
  from waivers g where g.machine_id = m.id and g.welder_id = w.id and g.until > $6::timestamptz)`;

/** One row of whole things, so that a scan costs two queries however much it asks. A voided code still tells of a machine that is gone. */
const SQL = `
  with machine_code as (
    select kind, entity_id, voided_at is not null as voided from codes where code = $1::text
    union all select kind, entity_id, false from external_codes where content = $2::text limit 1
  ), welder_code as (
    select kind, entity_id from codes where code = $3::text and voided_at is null
    union all select kind, entity_id from external_codes where content = $4::text limit 1
  )
  select mc.kind as "machineCodeKind", wc.kind as "welderCodeKind",
    m.id as "machineId", m.process, m.control, m.status as "machineStatus", ${columnsOf(MachineRow, 'm', OF_MACHINE)},
    ${userEnterpriseOf('m')} as "enterpriseId", ${userWelderOf('m')} as "ownerWelderId", m.facts_claimed_at is not null as "factsClaimed",
    ${openJobs('machine_id', 'm.id')} as "machineJobs",
    (select ${epochMs('min(c.created_at)')} from chip_commands c
      where c.chip_no = b.chip_no and c.kind = 'lock' and c.answered_at is null and c.next_at is not null) as "lockSince",
    ch.chip_no as "chipNo", ch.blocked, coalesce(cs.tamper, false) as tamper, ${epochMs('cs.last_seen_at')} as "lastSeenAt", coalesce(cs.boot, 0) as boot,
    case when cs.position_at > $6::timestamptz - ${CHIP_POSITION_FRESH}
      then jsonb_build_object('lat', cs.lat, 'lng', cs.lng, 'accuracyM', coalesce(cs.accuracy_m, 0)) end as "chipPosition",
    w.id as "welderId", w.status as "welderStatus", greatest(w.training_valid_to, ${passedTo('w.id')})::text as "trainingPassedTo", ${owedBy('w.id')} as "trainingOwedBy",
    ${openJobs('welder_id', 'w.id')} as "welderJobs",
    employers.ids as "enterpriseIds",
    (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'kind', k.kind, 'operations', k.operations, 'status', k.status,
        'validFrom', k.valid_from, 'validTo', k.valid_to, 'reviewDueOn', k.review_due_on, 'revokedAt', ${epochMs('k.revoked_at')},
        'scannedAt', ${epochMs('k.scanned_at')}, 'scanUntil', ${epochMs('k.scan_until')}) order by k.id), '[]')
      from certificates k where k.welder_id = w.id) as certificates,
    (select jsonb_build_object('id', a.id, 'enterpriseId', a.enterprise_id, 'placeKinds', a.place_kinds, 'regionCode', a.region_code, 'lat', a.lat, 'lng', a.lng,
        'radiusM', a.radius_m, 'validTo', ${epochMs('a.valid_to')}, 'withoutSignal', a.without_signal_at is not null, 'signboardCode', a.signboard_code,
        'signboardBoundAt', ${epochMs('a.signboard_bound_at')}, 'modes', ${declaredModes('a.region_code', '$6')})
      from designated_areas a
      where (a.enterprise_id = any(employers.ids || ${userEnterpriseOf('m')}) or a.owner_welder_id = w.id) and a.closing_since is null and a.valid_from <= $6 and (a.valid_to is null or $6 < a.valid_to)
      order by coalesce(a.signboard_code = $13::text, false) desc, 111195 * sqrt((a.lat - $7::float8) ^ 2 + ((a.lng - $8::float8) * cos(radians($7::float8))) ^ 2) - a.radius_m limit 1) as area,
    ${declaredModes('m.region_code', '$6')} as modes, ${stopsOf('j.machine_id = m.id or j.welder_id = w.id')} as stops, ${WAIVERS} as waivers,
    ${practiceOf('m.id', 'w.id')} as practice,
    (select ${epochMs('f.uploaded_at')} from files f where f.id = $9::text and f.uploaded_by = $10::text) as "photoTakenAt",
    (select ${epochMs('f.uploaded_at')} from files f where f.id = $12::text and f.uploaded_by = $10::text) as "proofPhotoTakenAt"
  from (select 1) one
  left join machine_code mc on true
  left join welder_code wc on true
  left join machines m on m.id = case when $11::text is not null then $11 when mc.kind = 'machine' then mc.entity_id end
    and (mc.voided is not true or m.status in ('scrapped', 'lost'))
  left join chip_bindings b on b.machine_id = m.id and b.unbound_at is null
  left join chips ch on ch.chip_no = b.chip_no
  left join chip_states cs on cs.chip_no = b.chip_no
  left join welders w on w.id = case when $5::text is not null then $5 when wc.kind = 'welder' then wc.entity_id end
  left join lateral (
    select array_remove(array[w.enterprise_id] || array(
      select e.enterprise_id from employments e where e.welder_id = w.id and e.since <= $6 and (e.until is null or $6 < e.until)), null) as ids
  ) employers on true`;

/** What belongs to nothing found is null, whatever its type says: `machineId`, `chipNo`, `welderId` tell. */
interface SubjectRow extends Readonly<
  Pick<MachineRow, (typeof OF_MACHINE)[number] | 'enterpriseId' | 'ownerWelderId'>
> {
  readonly machineCodeKind: string | null;
  readonly welderCodeKind: string | null;
  readonly machineId: string | null;
  readonly process: MachineFacts['process'];
  readonly control: MachineFacts['control'];
  readonly machineStatus: MachineFacts['status'];
  readonly factsClaimed: boolean;
  readonly machineJobs: OpenJob[];
  readonly lockSince: number | null;
  readonly chipNo: string | null;
  readonly blocked: boolean;
  readonly tamper: boolean;
  readonly lastSeenAt: number | null;
  readonly boot: number;
  readonly chipPosition: Subjects['chipPosition'];
  readonly welderId: string | null;
  readonly welderStatus: WelderFacts['status'];
  readonly trainingPassedTo: string | null;
  readonly trainingOwedBy: string | null;
  readonly welderJobs: OpenJob[];
  readonly enterpriseIds: string[];
  readonly certificates: CertificateJson[];
  readonly area: (Omit<KnownArea, 'modes'> & { modes: DeclaredMode[] }) | null;
  readonly modes: DeclaredMode[];
  readonly stops: KnownStop[];
  readonly waivers: Waiver[];
  readonly practice: (Omit<PracticeFacts, 'certificates'> & { readonly certificates: CertificateJson[] }) | null;
  readonly photoTakenAt: number | null;
  readonly proofPhotoTakenAt: number | null;
}

type CertificateJson = Pick<
  Certificate,
  'id' | 'kind' | 'operations' | 'status' | 'revokedAt' | 'scannedAt' | 'scanUntil'
> &
  Pick<CertificateRow, 'validFrom' | 'validTo' | 'reviewDueOn'>;

/** Everything that one question for power names, read in one statement. */
@Injectable()
export class SubjectsView {
  async load(tx: Tx, question: Question, userId: string | null, at: Instant): Promise<Subjects> {
    const { machine, welder, position, photoId } = question;
    const [row] = await tx.planned<SubjectRow>(SQL, [
      ...typedCode(machine),
      ...typedCode(welder),
      idOf(welder),
      new Date(at),
      position?.lat ?? null,
      position?.lng ?? null,
      photoId,
      userId,
      idOf(machine),
      question.proofPhotoId,
      question.signboardCode && asPrinted(question.signboardCode),
    ]);
    if (!row) throw new Error('a select from one row gave none');
    return toSubjects(row, at);
  }
}

/** A code of ours, and whatever was scanned as a provincial or vendor's code. */
const typedCode = (named: Named | null): [string | null, string | null] =>
  named && 'code' in named ? [parseCode(named.code), named.code.trim()] : [null, null];

const idOf = (named: Named | null): string | null => (named && 'id' in named ? named.id : null);

const toSubjects = (row: SubjectRow, at: Instant): Subjects => ({
  machineCodeKind: row.machineCodeKind,
  welderCodeKind: row.welderCodeKind,
  machine: row.machineId === null ? null : toMachine(row, row.machineId),
  chip: row.chipNo === null ? null : toChip(row, row.chipNo),
  chipPosition: row.chipPosition,
  welder: row.welderId === null ? null : toWelder(row, row.welderId, at),
  certificates: row.certificates.map(toCertificate),
  area: row.area && { ...row.area, modes: modesAt(row.area.modes) },
  modes: modesAt(row.modes),
  stops: row.stops,
  waivers: row.waivers,
  practice: row.practice && { ...row.practice, certificates: row.practice.certificates.map(toCertificate) },
  photoTakenAt: row.photoTakenAt,
  proofPhotoTakenAt: row.proofPhotoTakenAt,
});

const toMachine = (row: SubjectRow, id: string): MachineFacts => ({
  id,
  process: row.process,
  control: row.control,
  status: row.machineStatus,
  automatic: row.automatic,
  outlets: row.outlets,
  factsClaimed: row.factsClaimed,
  regionCode: row.regionCode,
  enterpriseId: row.enterpriseId,
  ownerWelderId: row.ownerWelderId,
  inspectionEndsAt: endOfDay(row.inspectionDueOn),
  openJobs: row.machineJobs,
  lockUnansweredSince: row.lockSince,
});

const toChip = (row: SubjectRow, chipNo: string): ChipFacts => ({
  chipNo,
  blocked: row.blocked,
  tamper: row.tamper,
  lastSeenAt: row.lastSeenAt,
  boot: row.boot,
});

const toWelder = (row: SubjectRow, id: string, at: Instant): WelderFacts => ({
  id,
  status: row.welderStatus,
  enterpriseIds: row.enterpriseIds,
  trainingEndsAt: trainingEnds({ passedTo: row.trainingPassedTo, owedBy: row.trainingOwedBy }, at),
  openJobs: row.welderJobs,
});

function toCertificate({ validFrom, validTo, reviewDueOn, ...own }: CertificateJson): Certificate {
  const validity = validityOf(validFrom, validTo);
  return { ...own, validFrom: validity.from, validTo: validity.to, reviewDueAt: endOfDay(reviewDueOn) };
}

/** The midnight in China after a printed last day, as with certificates. */
const endOfDay = (date: string | null): Instant | null => (date === null ? null : validityOf(date, date).to);
