import type { RelatedTicket, WorkVideo } from '../../domain/permits/paper-record-kinds';
import type {
  GasTest,
  LevelAnswer,
  PaperRecord,
  PendingAmendment,
  Permit,
  PermitState,
  PlaceSource,
  Regime,
  Signature,
  SiteVisit,
} from '../../domain/permits/permit';
import type { DayHours } from '../../kernel/day-hours';
import type { Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import { LAST_GAS_TEST } from './last-gas-test.sql';

/** A permit as it is stored: what its rules look at, and what people read. */
export interface StoredPermit extends Permit {
  readonly startsNow: boolean;
  readonly lastsMinutes: number | null;
  readonly number: string;
  readonly code: string;
  readonly version: number;
  readonly placeName: string;
  /** The site that was named on the form. */
  readonly siteId: string | null;
  /** Sites that the place touched when the form was filled in, and the kinds that they brought. */
  readonly siteIds: readonly string[];
  readonly siteKinds: readonly string[];
  readonly content: string;
  readonly method: string;
  readonly relatedTickets: readonly RelatedTicket[];
  readonly riskAnalysis: string | null;
  readonly workPlanNumber: string | null;
  readonly video: WorkVideo | null;
  readonly raisedBecause: readonly string[];
  readonly urgentReason: string | null;
  readonly placeSource: PlaceSource;
  readonly occupierPhoneSealed: string | null;
  readonly occupierPhoneHash: string | null;
  readonly occupierCodeHash: string | null;
  readonly occupierCodeAttempts: number;
  readonly ruleVersion: string | null;
  readonly createdAt: Instant;
}

export interface PermitRow {
  id: string;
  number: string;
  code: string;
  version: number;
  regime: Regime;
  level: string;
  proposed_level: string;
  level_answers: LevelAnswer[];
  raised_because: string[];
  state: PermitState;
  enterprise_id: string | null;
  contractor_id: string | null;
  occupier_enterprise_id: string | null;
  region_code: string;
  place_name: string;
  lat: number;
  lng: number;
  place_source: PlaceSource;
  radius_m: number;
  open_air: boolean;
  place_kinds: string[];
  site_id: string | null;
  site_ids: string[];
  site_kinds: string[];
  site_hours: Record<string, DayHours[]>;
  content: string;
  method: string;
  gases: string[];
  related_tickets: RelatedTicket[];
  risk_analysis: string | null;
  work_leader_id: string | null;
  work_plan_number: string | null;
  video: WorkVideo | null;
  planned_start: Instant;
  planned_end: Instant;
  starts_now: boolean;
  lasts_minutes: number | null;
  applicant_id: string;
  fire_watch_id: string | null;
  occupier_phone_sealed: string | null;
  occupier_phone_hash: string | null;
  occupier_code_hash: string | null;
  occupier_code_attempts: number;
  occupier_confirmed_at: Instant | null;
  urgent: boolean;
  urgent_reason: string | null;
  countersign_overdue_at: Instant | null;
  rule_version: string | null;
  head_holds_both: boolean;
  round: number;
  submitted_at: Instant | null;
  waiting_since: Instant | null;
  approval_reminders: number;
  issued_at: Instant | null;
  watch_on_at: Instant | null;
  tapped_at: Instant | null;
  tap_missed_at: Instant | null;
  started_at: Instant | null;
  suspended_at: Instant | null;
  suspend_reason: string | null;
  stopped_by_authority: boolean;
  watch_until: Instant | null;
  extends_id: string | null;
  created_at: Instant;
  welder_ids: string[];
  machine_ids: string[];
  signatures: Signature[];
  site_visits: SiteVisit[];
  paper_records: PaperRecord[];
  measures: { code: string; confirmed: boolean }[];
  last_gas_test: GasTest | null;
  pending_amendment: PendingAmendment | null;
  takes_over: boolean;
  extended: boolean;
}

const list = (object: string, from: string, order: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object(${object}) order by ${order}), '[]') from ${from} x where x.permit_id = p.id)`;

const OWN = `p.id, p.number, p.code, p.version, p.regime, p.level, p.proposed_level, p.level_answers, p.raised_because, p.state,
  p.enterprise_id, p.contractor_id, p.occupier_enterprise_id, p.region_code, p.place_name, p.lat, p.lng, p.place_source, p.radius_m,
  p.open_air, p.place_kinds, p.site_id, p.site_ids, p.site_kinds, p.site_hours, p.content, p.method, p.gases,
  p.related_tickets, p.risk_analysis, p.work_leader_id, p.work_plan_number, p.video, p.planned_start, p.planned_end, p.starts_now, p.lasts_minutes, p.applicant_id,
  p.fire_watch_id, p.occupier_phone_sealed, p.occupier_phone_hash, p.occupier_code_hash, p.occupier_code_attempts, p.occupier_confirmed_at,
  p.urgent, p.urgent_reason, p.countersign_overdue_at, p.rule_version, p.head_holds_both, p.round, p.submitted_at, p.waiting_since,
  p.approval_reminders, p.issued_at, p.watch_on_at, p.tapped_at, p.tap_missed_at, p.started_at, p.suspended_at, p.suspend_reason, p.stopped_by_authority,
  p.watch_until, p.extends_id, p.created_at`;

/** Who was there, and who signed. */
const APPROVAL = `
  ${list(`'round', x.round, 'step', x.step, 'role', x.role, 'userId', x.user_id, 'onBehalfOf', x.on_behalf_of, 'covers', x.covers, 'filledIn', x.filled_in, 'signedAt', ${epochMs('x.signed_at')}`, 'permit_signatures', 'x.signed_at, x.step')} as signatures,
  ${list(`'userId', x.user_id, 'round', x.round, 'at', ${epochMs('x.at')}`, 'permit_site_visits', 'x.id')} as site_visits,
  ${list(`'round', x.round, 'kind', x.kind, 'userId', x.user_id, 'at', ${epochMs('x.at')}`, 'permit_paper_records', 'x.at, x.kind')} as paper_records`;

const takesOver = (now: string): string => `exists (select 1 from permits x
    where x.id = p.extends_id and x.state = 'active' and x.level = p.level and x.planned_end > ${now}::timestamptz) as takes_over`;

/** A permit `p` with its parts, in one row; `$2` is now. */
export const PERMIT_COLUMNS = `${OWN}, ${APPROVAL},
  array(select x.welder_id from permit_welders x where x.permit_id = p.id order by 1) as welder_ids,
  array(select x.machine_id from permit_machines x where x.permit_id = p.id order by 1) as machine_ids,
  ${list(`'code', x.code, 'confirmed', x.confirmed_at is not null`, 'permit_measures', 'x.code')} as measures,
  ${LAST_GAS_TEST} as last_gas_test,
  (select jsonb_build_object('id', x.id, 'askedBy', x.asked_by, 'welderIds', x.welder_ids, 'machineIds', x.machine_ids)
    from permit_amendments x where x.permit_id = p.id and x.confirmed_at is null) as pending_amendment,
  ${takesOver('$2')}, exists (select 1 from permits x where x.extends_id = p.id and x.state = 'active') as extended`;

const NOTHING_DONE = `'[]'::jsonb as measures, null::jsonb as last_gas_test, null::jsonb as pending_amendment, false as extended`;

/** As far as a signature depends on it; what work needs is left out. */
export const SIGNING_COLUMNS = `${OWN}, ${APPROVAL}, ${NOTHING_DONE},
  array(select x.welder_id from permit_welders x where x.permit_id = p.id order by 1) as welder_ids,
  '{}'::text[] as machine_ids, false as takes_over`;

/** A permit that is made in this very statement, which cannot see its parts yet: whom it names is given, nothing was done. */
export const draftColumns = (welderIds: string, machineIds: string, now: string): string => `${OWN}, ${NOTHING_DONE},
  '[]'::jsonb as signatures, '[]'::jsonb as site_visits, '[]'::jsonb as paper_records, array(select unnest(${welderIds}::text[]) order by 1) as welder_ids,
  array(select unnest(${machineIds}::text[]) order by 1) as machine_ids, ${takesOver(now)}`;

/** `lastWorkAt` lies with the jobs and is added where a rule asks for it. */
export const toPermit = (row: PermitRow): StoredPermit => ({
  id: row.id,
  number: row.number,
  code: row.code,
  version: row.version,
  regime: row.regime,
  level: row.level,
  proposedLevel: row.proposed_level,
  levelAnswers: row.level_answers,
  raisedBecause: row.raised_because,
  state: row.state,
  enterpriseId: row.enterprise_id,
  contractorId: row.contractor_id,
  occupierEnterpriseId: row.occupier_enterprise_id,
  regionCode: row.region_code,
  placeName: row.place_name,
  lat: row.lat,
  lng: row.lng,
  placeSource: row.place_source,
  radiusM: row.radius_m,
  openAir: row.open_air,
  placeKinds: row.place_kinds,
  siteId: row.site_id,
  siteIds: row.site_ids,
  siteKinds: row.site_kinds,
  siteHours: row.site_hours,
  content: row.content,
  method: row.method,
  gases: row.gases,
  relatedTickets: row.related_tickets,
  riskAnalysis: row.risk_analysis,
  workLeaderId: row.work_leader_id,
  workPlanNumber: row.work_plan_number,
  video: row.video,
  plannedStart: row.planned_start,
  plannedEnd: row.planned_end,
  startsNow: row.starts_now,
  lastsMinutes: row.lasts_minutes,
  applicantId: row.applicant_id,
  welderIds: row.welder_ids,
  machineIds: row.machine_ids,
  fireWatchId: row.fire_watch_id,
  watchOnAt: row.watch_on_at,
  tappedAt: row.tapped_at,
  tapMissedAt: row.tap_missed_at,
  occupierPhoneGiven: row.occupier_phone_sealed !== null,
  occupierPhoneSealed: row.occupier_phone_sealed,
  occupierPhoneHash: row.occupier_phone_hash,
  occupierCodeHash: row.occupier_code_hash,
  occupierCodeAttempts: row.occupier_code_attempts,
  occupierConfirmedAt: row.occupier_confirmed_at,
  urgent: row.urgent,
  urgentReason: row.urgent_reason,
  countersignOverdueAt: row.countersign_overdue_at,
  ruleVersion: row.rule_version,
  headHoldsBoth: row.head_holds_both,
  round: row.round,
  submittedAt: row.submitted_at,
  waitingSince: row.waiting_since,
  reminders: row.approval_reminders,
  signatures: row.signatures,
  siteVisits: row.site_visits,
  records: row.paper_records,
  issuedAt: row.issued_at,
  startedAt: row.started_at,
  suspendedAt: row.suspended_at,
  suspendReason: row.suspend_reason,
  stoppedByAuthority: row.stopped_by_authority,
  measures: row.measures,
  lastGasTest: row.last_gas_test,
  lastWorkAt: null,
  watchUntil: row.watch_until,
  pendingAmendment: row.pending_amendment,
  extendsId: row.extends_id,
  takesOver: row.takes_over,
  extended: row.extended,
  createdAt: row.created_at,
});
