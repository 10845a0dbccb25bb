import { Injectable } from '@nestjs/common';
import { endOfArc, type Arc } from '../../domain/arcs/arc';
import type { CoveringJob, PaperWork, Registration, TestPower, WorkAuthority } from '../../domain/arcs/arc-facts';
import type { ArcRule } from '../../domain/arcs/judge-arc';
import type { Certificate, CertificateStatus, Operation } from '../../domain/certificates/certificate';
import { paperNumber } from '../../domain/outages/paper-number';
import type { MachineStatus, Process } from '../../domain/registry/machine';
import { DAY, shanghaiMidnight, type Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import { CertificateRow } from '../../schema/certificates/certificate.row';
import { JobRow } from '../../schema/jobs/job.row';
import type { ArcVerdictRow } from '../../schema/supervision/arc-verdict.row';

/** No job lasts longer than a day (the longest permitted is eight hours), so a job around an arc began at most this long before it. */
const LOOK_BACK_MS = 2 * DAY;

/** A job of an arc's own boot may be laid later than the arc is now, where the time of the boot is not known. */
const LOOK_AHEAD_MS = 366 * DAY;

/** A verdict that is in force already. */
export interface StoredVerdict extends Pick<ArcVerdictRow, 'version' | 'verdict' | 'jobId'> {
  readonly rule: ArcRule;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** What is known around one arc: machine, jobs with permit and certificates, and how it was judged last. */
export interface ArcSurroundings {
  readonly registration: Registration;
  readonly process: Process | null;
  readonly regionCode: string;
  readonly jobs: CoveringJob[];
  readonly papers: PaperWork[];
  readonly tests: TestPower[];
  readonly outletsApart: boolean;
  readonly verdicts: StoredVerdict[];
}

const OF_JOB = ['outlet', 'unlockUp', 'welderId', 'reservedAt'] as const;
const OF_CERTIFICATE = ['validFrom', 'validTo', 'revokedAt', 'scannedAt', 'scanUntil'] as const;

/** One row for each arc, job around it and certificate of that job's welder. */
interface FactRow
  extends
    Readonly<Pick<JobRow, (typeof OF_JOB)[number]>>,
    Readonly<Pick<CertificateRow, (typeof OF_CERTIFICATE)[number]>> {
  readonly arcId: string;
  readonly blocked: boolean | null;
  readonly status: MachineStatus | null;
  readonly process: Process | null;
  readonly regionCode: string | null;
  readonly verdicts: StoredVerdict[] | null;
  readonly papers: PaperJson[] | null;
  readonly tests: TestPower[] | null;
  readonly jobId: string | null;
  readonly outletsApart: boolean;
  readonly jobChipNo: string | null;
  readonly jobBoot: number | null;
  readonly state: CoveringJob['state'];
  readonly endedByTime: boolean;
  readonly jobTo: Instant;
  readonly permitId: string | null;
  readonly plannedStart: Instant | null;
  readonly plannedEnd: Instant | null;
  readonly areaId: string | null;
  readonly areaFrom: Instant | null;
  readonly areaTo: Instant | null;
  readonly instructedUntil: Instant | null;
  readonly certificateId: string | null;
  readonly certificateKind: Certificate['kind'];
  readonly operations: Operation[];
  readonly certificateStatus: CertificateStatus;
}

type CertificateJson = Pick<
  Certificate,
  'id' | 'kind' | 'operations' | 'status' | 'revokedAt' | 'scannedAt' | 'scanUntil'
> &
  Readonly<Pick<CertificateRow, 'validFrom' | 'validTo'>>;

interface PaperJson {
  readonly id: string;
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly certificates: CertificateJson[];
}

/** Numbered paper of the machine around an arc, with the certificates of its welders. There is almost never any. */
const PAPERS = `
  select jsonb_agg(jsonb_build_object('id', x.id, 'number', x.number, 'from', ${epochMs('x.from_at')}, 'to', ${epochMs('x.to_at')},
    'certificates', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'operations', s.operations, 'status', s.status,
        'validFrom', s.valid_from, 'validTo', s.valid_to, 'revokedAt', ${epochMs('s.revoked_at')},
        'scannedAt', ${epochMs('s.scanned_at')}, 'scanUntil', ${epochMs('s.scan_until')}) order by s.id), '[]')
      from certificates s where s.welder_id = any(x.welder_ids))) order by x.id)
  from paper_permit_machines y join paper_permits x on x.id = y.paper_id
  where y.machine_id = a.machine_id and x.from_at <= a.to_at and x.to_at >= a.from_at`;

/** Tests of the machine's chip around an arc. There is almost never any. */
const TESTS = `
  select jsonb_agg(jsonb_build_object('id', t.id, 'chipNo', t.chip_no, 'from', ${epochMs('t.started_at')},
    'to', ${epochMs('least(t.ended_at, t.until_at)')}) order by t.id)
  from power_tests t where t.machine_id = a.machine_id and t.started_at <= a.to_at and t.until_at >= a.from_at`;

const SQL = `
  select a.id as "arcId", c.blocked, m.status, m.process, m.region_code as "regionCode", v.verdicts, (${PAPERS}) as papers, (${TESTS}) as tests,
    j.id as "jobId", ${columnsOf(JobRow, 'j', OF_JOB)}, j.chip_no as "jobChipNo", j.boot as "jobBoot", j.state,
    case when j.outlet <> a.outlet and a.claimed = j.id then a.outlet > 1 or exists (
      select 1 from arcs o where o.chip_no = a.chip_no and o.outlet > 1) else false end as "outletsApart", least(j.ended_at, j.work_until) as "jobTo",
    j.ended_at is null or j.ended_at >= j.work_until as "endedByTime",
    p.id as "permitId", p.planned_start as "plannedStart", p.planned_end as "plannedEnd",
    d.id as "areaId", d.valid_from as "areaFrom", d.valid_to as "areaTo",
    least(t.ended_at, t.ends_at, t.present_until) as "instructedUntil", k.id as "certificateId", k.kind as "certificateKind", k.operations, k.status as "certificateStatus",
    ${columnsOf(CertificateRow, 'k', OF_CERTIFICATE)}
  from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $7::smallint[], $8::text[])
    as a(id, chip_no, machine_id, from_at, to_at, outlet, claimed)
  left join chips c on c.chip_no = a.chip_no
  left join machines m on m.id = a.machine_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('rule', l.rule, 'version', l.version, 'verdict', l.verdict, 'jobId', l.job_id, 'detail', l.detail)) as verdicts
    from (select distinct on (rule) * from arc_verdicts where arc_id = a.id order by rule, version desc) l
  ) v on true
  left join jobs j on j.machine_id = a.machine_id and j.reserved_at between a.from_at - make_interval(secs => $6) and a.to_at
    and (j.ended_at is null or j.ended_at >= a.from_at)
  left join permits p on p.id = j.permit_id
  left join designated_areas d on d.id = j.designated_area_id
  left join training_practices t on t.id = j.practice_id
  left join certificates k on k.welder_id = j.welder_id`;

/** Everything arcs are judged by, for a whole batch in one query: ingest waits for it. */
@Injectable()
export class ArcFactsView {
  /** `marginMs` widens each arc by the longest grace of the batch. */
  async load(tx: Tx, arcs: readonly Arc[], marginMs: number): Promise<Map<string, ArcSurroundings>> {
    const rows = await tx.planned<FactRow>(SQL, [
      arcs.map((arc) => arc.id),
      arcs.map((arc) => arc.chipNo),
      arcs.map((arc) => arc.machineId),
      arcs.map((arc) => new Date((arc.earliestAt ?? arc.startedAt) - marginMs)),
      arcs.map((arc) => new Date(latestEnd(arc) + marginMs)),
      LOOK_BACK_MS / 1_000,
      arcs.map((arc) => arc.outlet),
      arcs.map((arc) => arc.claimedJobId),
    ]);
    const byArc = new Map<string, FactRow[]>();
    for (const row of rows) {
      const known = byArc.get(row.arcId);
      if (known) known.push(row);
      else byArc.set(row.arcId, [row]);
    }
    return new Map([...byArc].map(([arcId, facts]) => [arcId, surroundings(facts)]));
  }
}

const latestEnd = (arc: Arc): number => endOfArc(arc) + (arc.earliestAt === null ? 0 : LOOK_AHEAD_MS);

function surroundings(rows: readonly FactRow[]): ArcSurroundings {
  const [first] = rows as [FactRow];
  const jobs = new Map<string, CoveringJob & { certificates: Certificate[] }>();
  for (const row of rows) {
    if (row.jobId === null) continue;
    const job = jobs.get(row.jobId) ?? toJob(row, row.jobId);
    jobs.set(row.jobId, job);
    if (row.certificateId !== null) job.certificates.push(toCertificate(row, row.certificateId));
  }
  return {
    registration: registrationOf(first),
    process: first.process,
    regionCode: first.regionCode ?? '',
    jobs: [...jobs.values()],
    papers: (first.papers ?? []).map(toPaper),
    tests: first.tests ?? [],
    outletsApart: rows.some((row) => row.outletsApart),
    verdicts: first.verdicts ?? [],
  };
}

function registrationOf({ blocked, status }: FactRow): Registration {
  if (blocked) return 'blocked';
  if (status === null) return 'unbound';
  return status === 'scrapped' || status === 'lost' ? status : 'registered';
}

const toPaper = ({ number, certificates, ...paper }: PaperJson): PaperWork => ({
  ...paper,
  number: paperNumber(number),
  certificates: certificates.map(({ validFrom, validTo, ...own }) => ({
    ...own,
    validFrom: shanghaiMidnight(validFrom),
    validTo: shanghaiMidnight(validTo) + DAY,
    reviewDueAt: null,
  })),
});

const toJob = (row: FactRow, id: string): CoveringJob & { certificates: Certificate[] } => ({
  id,
  outlet: row.outlet,
  state: row.state,
  unlocked:
    row.jobChipNo === null || row.jobBoot === null
      ? null
      : {
          chipNo: row.jobChipNo,
          boot: row.jobBoot,
          up: row.unlockUp === null ? null : Number(row.unlockUp),
        },
  welderId: row.welderId,
  from: row.reservedAt,
  to: row.jobTo,
  endedByTime: row.endedByTime,
  authority: authorityOf(row),
  instructedUntil: row.instructedUntil,
  certificates: [],
});

function authorityOf(row: FactRow): WorkAuthority | null {
  if (row.permitId !== null) return { kind: 'permit', id: row.permitId, from: row.plannedStart!, to: row.plannedEnd! };
  if (row.areaId !== null)
    return {
      kind: 'designated-area',
      id: row.areaId,
      from: row.areaFrom!,
      to: row.areaTo,
    };
  return null;
}

/** The printed last day belongs to the certificate: it ends at the midnight in China that follows. */
const toCertificate = (row: FactRow, id: string): Certificate => ({
  id,
  kind: row.certificateKind,
  operations: row.operations,
  status: row.certificateStatus,
  validFrom: shanghaiMidnight(row.validFrom),
  validTo: shanghaiMidnight(row.validTo) + DAY,
  reviewDueAt: null,
  revokedAt: row.revokedAt,
  scannedAt: row.scannedAt,
  scanUntil: row.scanUntil,
});
