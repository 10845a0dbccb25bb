import { Injectable } from '@nestjs/common';
import { endOfArc, type Arc } from '../../domain/arcs/arc';
import type { CoveringJob, PaperWork, Registration, TestPower, WorkAuthority } from '../../domain/arcs/arc-facts';
import type { ArcRule } from '../../domain/arcs/judge-arc';
import type { Certificate, CertificateStatus, Operation } from '../../domain/certificates/certificate';
import { paperNumber } from '../../domain/outages/paper-number';
import type { MachineStatus, Process } from '../../domain/registry/machine';
import { DAY, shanghaiMidnight, type Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
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

/** One row for each arc, job around it and certificate of that job's welder. */
interface FactRow {
  arc_id: string;
  blocked: boolean | null;
  status: MachineStatus | null;
  process: Process | null;
  region_code: string | null;
  verdicts: StoredVerdict[] | null;
  papers: PaperJson[] | null;
  tests: TestPower[] | null;
  job_id: string | null;
  outlet: number;
  outlets_apart: boolean;
  job_chip_no: string | null;
  job_boot: number | null;
  unlock_up: string | null;
  state: CoveringJob['state'];
  welder_id: string;
  reserved_at: Instant;
  ended_by_time: boolean;
  job_to: Instant;
  permit_id: string | null;
  planned_start: Instant | null;
  planned_end: Instant | null;
  area_id: string | null;
  area_from: Instant | null;
  area_to: Instant | null;
  certificate_id: string | null;
  certificate_kind: Certificate['kind'];
  operations: Operation[];
  certificate_status: CertificateStatus;
  valid_from: string;
  valid_to: string;
  revoked_at: Instant | null;
  scanned_at: Instant | null;
  scan_until: Instant | null;
}

type CertificateJson = Pick<
  Certificate,
  'id' | 'kind' | 'operations' | 'status' | 'revokedAt' | 'scannedAt' | 'scanUntil'
> & {
  readonly validFrom: string;
  readonly validTo: string;
};

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
  select a.id as arc_id, c.blocked, m.status, m.process, m.region_code, v.verdicts, (${PAPERS}) as papers, (${TESTS}) as tests,
    j.id as job_id, j.outlet, j.chip_no as job_chip_no, j.boot as job_boot, j.unlock_up, j.state,
    case when j.outlet <> a.outlet and a.claimed = j.id then a.outlet > 1 or exists (
      select 1 from arcs o where o.chip_no = a.chip_no and o.outlet > 1) else false end as outlets_apart, j.welder_id, j.reserved_at, least(j.ended_at, j.work_until) as job_to,
    j.ended_at is null or j.ended_at >= j.work_until as ended_by_time,
    p.id as permit_id, p.planned_start, p.planned_end,
    d.id as area_id, d.valid_from as area_from, d.valid_to as area_to,
    k.id as certificate_id, k.kind as certificate_kind, k.operations, k.status as certificate_status,
    k.valid_from::text as valid_from, k.valid_to::text as valid_to, k.revoked_at, k.scanned_at, k.scan_until
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
  left join certificates k on k.welder_id = j.welder_id`;

/** Everything arcs are judged by, for a whole batch in one query: ingest waits for it. */
@Injectable()
export class ArcFactsView {
  /** `marginMs` widens each arc by the longest grace of the batch. */
  async load(tx: Tx, arcs: readonly Arc[], marginMs: number): Promise<Map<string, ArcSurroundings>> {
    const rows = await tx.prepared<FactRow>(SQL, [
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
      const known = byArc.get(row.arc_id);
      if (known) known.push(row);
      else byArc.set(row.arc_id, [row]);
    }
    return new Map([...byArc].map(([arcId, facts]) => [arcId, surroundings(facts)]));
  }
}

const latestEnd = (arc: Arc): number => endOfArc(arc) + (arc.earliestAt === null ? 0 : LOOK_AHEAD_MS);

function surroundings(rows: readonly FactRow[]): ArcSurroundings {
  const [first] = rows as [FactRow];
  const jobs = new Map<string, CoveringJob & { certificates: Certificate[] }>();
  for (const row of rows) {
    if (row.job_id === null) continue;
    const job = jobs.get(row.job_id) ?? toJob(row, row.job_id);
    jobs.set(row.job_id, job);
    if (row.certificate_id !== null) job.certificates.push(toCertificate(row, row.certificate_id));
  }
  return {
    registration: registrationOf(first),
    process: first.process,
    regionCode: first.region_code ?? '',
    jobs: [...jobs.values()],
    papers: (first.papers ?? []).map(toPaper),
    tests: first.tests ?? [],
    outletsApart: rows.some((row) => row.outlets_apart),
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
    row.job_chip_no === null || row.job_boot === null
      ? null
      : {
          chipNo: row.job_chip_no,
          boot: row.job_boot,
          up: row.unlock_up === null ? null : Number(row.unlock_up),
        },
  welderId: row.welder_id,
  from: row.reserved_at,
  to: row.job_to,
  endedByTime: row.ended_by_time,
  authority: authorityOf(row),
  certificates: [],
});

function authorityOf(row: FactRow): WorkAuthority | null {
  if (row.permit_id !== null)
    return { kind: 'permit', id: row.permit_id, from: row.planned_start!, to: row.planned_end! };
  if (row.area_id !== null)
    return {
      kind: 'designated-area',
      id: row.area_id,
      from: row.area_from!,
      to: row.area_to,
    };
  return null;
}

/** The printed last day belongs to the certificate: it ends at the midnight in China that follows. */
const toCertificate = (row: FactRow, id: string): Certificate => ({
  id,
  kind: row.certificate_kind,
  operations: row.operations,
  status: row.certificate_status,
  validFrom: shanghaiMidnight(row.valid_from),
  validTo: shanghaiMidnight(row.valid_to) + DAY,
  reviewDueAt: null,
  revokedAt: row.revoked_at,
  scannedAt: row.scanned_at,
  scanUntil: row.scan_until,
});
