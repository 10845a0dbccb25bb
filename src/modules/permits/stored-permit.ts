import type { RelatedTicket, WorkVideo } from '../../domain/permits/paper-record-kinds';
import type { Permit, PlaceSource } from '../../domain/permits/permit';
import { columnsOf } from '../../platform/database/columns';
import { epochMs } from '../../platform/database/epoch-ms';
import { PermitRow } from '../../schema/permits/permit.row';
import { LAST_GAS_TEST } from './last-gas-test.sql';

/** Columns of `permits` that its rules look at and people read; a new one is written here and in `PermitRow` alone. */
const OWN = [
  'id', 'number', 'code', 'version', 'source', 'sourceNumber', 'sourceName', 'regime', 'level', 'proposedLevel', 'levelAnswers', 'raisedBecause', 'state', 'enterpriseId', 'contractorId',
  'occupierEnterpriseId', 'regionCode', 'placeName', 'lat', 'lng', 'placeSource', 'radiusM', 'openAir', 'placeKinds', 'siteId', 'siteIds', 'siteKinds',
  'siteHours', 'content', 'method', 'gases', 'relatedTickets', 'riskAnalysis', 'workLeaderId', 'workPlanNumber', 'video', 'plannedStart', 'plannedEnd',
  'startsNow', 'lastsMinutes', 'applicantId', 'fireWatchId', 'occupierPhoneSealed', 'occupierPhoneHash', 'occupierCodeHash', 'occupierCodeAttempts',
  'occupierConfirmedAt', 'urgent', 'urgentReason', 'countersignOverdueAt', 'ruleVersion', 'headHoldsBoth', 'round', 'submittedAt', 'waitingSince',
  'issuedAt', 'watchOnAt', 'tappedAt', 'tapMissedAt', 'startedAt', 'suspendedAt', 'suspendReason', 'stoppedByAuthority', 'watchUntil', 'extendsId', 'createdAt',
] as const satisfies readonly (keyof PermitRow)[]; // prettier-ignore

/** What a column holds, where the domain knows it more closely than the table does. */
interface Known extends Required<Permit> {
  readonly relatedTickets: readonly RelatedTicket[];
  readonly video: WorkVideo | null;
  readonly placeSource: PlaceSource;
}

type Held<T> = T extends readonly (infer One)[] ? readonly One[] : T;
/** `never` where domain and table do not agree. */
type Column<K extends keyof PermitRow> = K extends keyof Known
  ? Known[K] extends Held<PermitRow[K]> ? Known[K] : never
  : Held<PermitRow[K]>; // prettier-ignore

/** Rows of other tables, and what follows from columns. `lastWorkAt` lies with the jobs and is added where a rule asks for it. */
type Gathered =
  | 'signatures' | 'siteVisits' | 'records' | 'welderIds' | 'machineIds' | 'measures' | 'lastGasTest' | 'pendingAmendment' | 'takesOver' | 'extended'
  | 'reminders' | 'occupierPhoneGiven' | 'lastWorkAt'; // prettier-ignore

/** A permit as it is stored: what its rules look at, and what people read. */
export type StoredPermit = { readonly [K in (typeof OWN)[number]]: Column<K> } & Pick<Permit, Gathered>;

const COLUMNS = `${columnsOf(PermitRow, 'p', OWN)}, p.approval_reminders as reminders,
  p.occupier_phone_sealed is not null as "occupierPhoneGiven", null::float8 as "lastWorkAt"`;

const list = (object: string, from: string, order: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object(${object}) order by ${order}), '[]') from ${from} x where x.permit_id = p.id)`;

/** Who was there, and who signed. */
const APPROVAL = `
  ${list(`'round', x.round, 'step', x.step, 'role', x.role, 'userId', x.user_id, 'onBehalfOf', x.on_behalf_of, 'covers', x.covers, 'filledIn', x.filled_in, 'signedAt', ${epochMs('x.signed_at')}`, 'permit_signatures', 'x.signed_at, x.step')} as signatures,
  ${list(`'userId', x.user_id, 'round', x.round, 'at', ${epochMs('x.at')}`, 'permit_site_visits', 'x.id')} as "siteVisits",
  ${list(`'round', x.round, 'kind', x.kind, 'userId', x.user_id, 'at', ${epochMs('x.at')}`, 'permit_paper_records', 'x.at, x.kind')} as records`;

const takesOver = (now: string): string => `exists (select 1 from permits x
    where x.id = p.extends_id and x.state = 'active' and x.level = p.level and x.planned_end > ${now}::timestamptz) as "takesOver"`;

/** A permit `p` with its parts, in one row; `$2` is now. */
export const PERMIT_COLUMNS = `${COLUMNS}, ${APPROVAL},
  array(select x.welder_id from permit_welders x where x.permit_id = p.id order by 1) as "welderIds",
  array(select x.machine_id from permit_machines x where x.permit_id = p.id order by 1) as "machineIds",
  ${list(`'code', x.code, 'confirmed', x.confirmed_at is not null`, 'permit_measures', 'x.code')} as measures,
  ${LAST_GAS_TEST} as "lastGasTest",
  (select jsonb_build_object('id', x.id, 'askedBy', x.asked_by, 'welderIds', x.welder_ids, 'machineIds', x.machine_ids)
    from permit_amendments x where x.permit_id = p.id and x.confirmed_at is null) as "pendingAmendment",
  ${takesOver('$2')}, exists (select 1 from permits x where x.extends_id = p.id and x.state = 'active') as extended`;

const NOTHING_DONE = `'[]'::jsonb as measures, null::jsonb as "lastGasTest", null::jsonb as "pendingAmendment", false as extended`;

/** As far as a signature depends on it; what work needs is left out. */
export const SIGNING_COLUMNS = `${COLUMNS}, ${APPROVAL}, ${NOTHING_DONE},
  array(select x.welder_id from permit_welders x where x.permit_id = p.id order by 1) as "welderIds",
  '{}'::text[] as "machineIds", false as "takesOver"`;

/** A permit that is made in this very statement, which cannot see its parts yet: whom it names is given, nothing was done. */
export const draftColumns = (
  welderIds: string,
  machineIds: string,
  now: string,
): string => `${COLUMNS}, ${NOTHING_DONE},
  '[]'::jsonb as signatures, '[]'::jsonb as "siteVisits", '[]'::jsonb as records, array(select unnest(${welderIds}::text[]) order by 1) as "welderIds",
  array(select unnest(${machineIds}::text[]) order by 1) as "machineIds", ${takesOver(now)}`;
