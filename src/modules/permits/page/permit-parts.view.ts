import { Injectable } from '@nestjs/common';
import type { GasReading } from '../../../domain/permits/gas-test';
import { nameShown, type NamedPerson } from '../../../domain/permits/names-shown';
import type { Person } from '../../../domain/permits/snapshot';
import type { Tx } from '../../../platform/database/unit-of-work';
import type {
  AmendmentView,
  PermitHistoryView,
  PermitMachineView,
  PermitSignatureView,
  PermitSiteView,
  SiteVisitView,
  WatchRecordView,
} from './permit-detail.dto';
import { ASKING_SIDE, NAMED_WELDER, namedUser } from '../people/named-people.view';
import type { NamedView, PaperRecordView } from './standard-form.dto';
import type { StoredPlantSignature } from './permit-plant';
import type { PermitRow } from '../../../schema/permits/permit.row';
import type { PermitGasTestRow } from '../../../schema/permits/permit-gas-test.row';

/** Names and lists around one permit, as people read them; times are ISO texts. */
export interface PermitParts extends Pick<
  PermitRow,
  'suspendedAt' | 'suspendReason' | 'finishedAt' | 'closedAt' | 'closeNote' | 'closePhotoId'
> {
  readonly enterpriseName: string | null;
  readonly contractorName: string | null;
  readonly applicantName: string;
  readonly fireWatchName: string | null;
  readonly workLeaderName: string | null;
  readonly issuedBy: string | null;
  readonly occupierPhone: string | null;
  readonly extendedById: string | null;
  readonly welders: NamedView[];
  readonly machines: PermitMachineView[];
  readonly sites: PermitSiteView[];
  readonly measures: { code: string; confirmedBy: string | null; confirmedAt: string | null; number: number | null }[];
  readonly gasTests: StoredGasTest[];
  readonly signatures: (Omit<PermitSignatureView, 'title' | 'bothSeats'> & {
    round: number;
    covers: number[] | null;
  })[];
  readonly plantSignatures: StoredPlantSignature[];
  readonly siteVisits: SiteVisitView[];
  readonly records: PaperRecordView[];
  readonly taps: WatchRecordView[];
  readonly amendments: AmendmentView[];
  readonly history: PermitHistoryView[];
}

export interface StoredGasTest extends Pick<PermitGasTestRow, 'id' | 'passed' | 'oxygenEnriched' | 'source'> {
  readonly sampledAt: string;
  readonly readings: GasReading[];
  readonly failed: { index: number }[];
  readonly instrument: { number: string; calibrationDueOn: string } | null;
  readonly testedBy: string | null;
}

/** Milliseconds and `Z`, as everywhere in the interface. */
const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const name = (of: string): string => `(select u.name from users u where u.id = ${of})`;
const list = (object: string, from: string, order: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object(${object}) order by ${order}), '[]') from ${from})`;

/** More of a continuous measurement than anybody reads. */
const MOST_TESTS = 200;

const SQL = `
  select e.name as "enterpriseName", c.name as "contractorName", ${name('p.applicant_id')} as "applicantName",
    ${namedUser('p.fire_watch_id')} as "fireWatch", ${namedUser('p.work_leader_id')} as "workLeader",
    ${name('p.issued_by')} as "issuedBy", p.occupier_phone_masked as "occupierPhone",
    (select x.id from permits x where x.extends_id = p.id and x.state not in ('rejected', 'cancelled') order by x.id desc limit 1) as "extendedById",
    p.suspended_at as "suspendedAt", p.suspend_reason as "suspendReason", p.finished_at as "finishedAt", p.closed_at as "closedAt",
    p.close_note as "closeNote", p.close_photo_id as "closePhotoId",
    ${list(NAMED_WELDER, 'permit_welders x join welders w on w.id = x.welder_id where x.permit_id = p.id', 'w.id')} as welders,
    ${list(`'id', m.id, 'model', m.model`, 'permit_machines x join machines m on m.id = x.machine_id where x.permit_id = p.id', 'm.id')} as machines,
    ${list(`'id', s.id, 'name', s.name, 'enterpriseName', o.name`, 'sites s join enterprises o on o.id = s.enterprise_id where s.id = any(p.site_ids)', 'array_position(p.site_ids, s.id)')} as sites,
    ${list(`'code', x.code, 'confirmedBy', ${name('x.confirmed_by')}, 'confirmedAt', ${iso('x.confirmed_at')}, 'number', x.number`, 'permit_measures x where x.permit_id = p.id', 'x.code')} as measures,
    ${list(
      `'id', x.id, 'sampledAt', ${iso('x.sampled_at')}, 'passed', x.passed, 'readings', x.readings, 'oxygenEnriched', x.oxygen_enriched, 'failed', x.failed, 'instrument', x.instrument,
       'source', x.source, 'testedBy', ${name('x.tested_by')}`,
      `(select * from permit_gas_tests t where t.permit_id = p.id order by t.sampled_at desc limit ${MOST_TESTS}) x`,
      'x.sampled_at desc, x.id desc',
    )} as "gasTests",
    ${list(
      `'round', x.round, 'step', x.step, 'role', x.role, 'covers', x.covers, 'name', ${name('x.user_id')}, 'onBehalfOf', ${name('x.on_behalf_of')},
       'signedAt', ${iso('x.signed_at')}, 'filledIn', x.filled_in, 'comment', x.comment, 'signatureFileId', x.signature_file_id`,
      'permit_signatures x where x.permit_id = p.id and x.round = p.round',
      'x.signed_at, x.step',
    )} as signatures,
    ${list(`'seat', x.seat, 'name', coalesce(x.name, ${name('x.user_id')}), 'onSite', x.on_site, 'signedAt', ${iso('x.signed_at')}`, 'permit_plant_signatures x where x.permit_id = p.id', 'x.seat')} as "plantSignatures",
    ${list(`'name', ${name('x.user_id')}, 'at', ${iso('x.at')}, 'photoId', x.photo_id`, 'permit_site_visits x where x.permit_id = p.id', 'x.id')} as "siteVisits",
    ${list(
      `'kind', x.kind, 'name', ${name('x.user_id')}, 'at', ${iso('x.at')}, 'comment', x.comment, 'signatureFileId', x.signature_file_id`,
      'permit_paper_records x where x.permit_id = p.id and x.round = p.round',
      'x.at, x.kind',
    )} as records,
    ${list(`'kind', x.kind, 'name', ${name('x.user_id')}, 'at', ${iso('x.at')}, 'photoId', x.photo_id`, 'permit_watch_records x where x.permit_id = p.id', 'x.id')} as taps,
    ${list(
      `'id', x.id, 'askedBy', ${name('x.asked_by')}, 'askedAt', ${iso('x.asked_at')}, 'confirmedBy', ${name('x.confirmed_by')}, 'confirmedAt', ${iso('x.confirmed_at')},
       'welders', ${list(NAMED_WELDER, 'welders w where w.id = any(x.welder_ids)', 'w.id')},
       'machines', ${list(`'id', m.id, 'name', m.model`, 'machines m where m.id = any(x.machine_ids)', 'm.id')}`,
      'permit_amendments x where x.permit_id = p.id',
      'x.id',
    )} as amendments,
    ${list(
      `'at', ${iso('x.at')}, 'command', x.command, 'fromState', x.from_state, 'toState', x.to_state, 'byName', x.by_name, 'reason', x.detail ->> 'reason', 'place', x.detail ->> 'place'`,
      'permit_history x where x.permit_id = p.id',
      'x.id',
    )} as history
  from permits p left join enterprises e on e.id = p.enterprise_id left join enterprises c on c.id = p.contractor_id
    ${ASKING_SIDE}
  where p.id = $1`;

type NamesInSight = 'fireWatchName' | 'workLeaderName' | 'welders' | 'amendments';

/** As stored, before it is known who reads. */
interface StoredParts extends Omit<PermitParts, NamesInSight> {
  readonly fireWatch: NamedPerson | null;
  readonly workLeader: NamedPerson | null;
  readonly welders: readonly NamedPerson[];
  readonly amendments: readonly (Omit<AmendmentView, 'welders'> & { readonly welders: readonly NamedPerson[] })[];
}

/** Under the system's scope. People who acted under a permit are shown to all who see it; people who are only named, to those who may read them. */
@Injectable()
export class PermitPartsView {
  async load(tx: Tx, permitId: string, reader: Person): Promise<PermitParts> {
    const [stored] = await tx.prepared<StoredParts>(SQL, [permitId]);
    if (!stored) throw new Error(`permit ${permitId} vanished within its transaction`);
    const { fireWatch, workLeader, welders, amendments, ...parts } = stored;
    const shown = ({ id, ...one }: NamedPerson): NamedView => ({ id, name: nameShown({ id, ...one }, reader) });
    return {
      ...parts,
      fireWatchName: fireWatch && nameShown(fireWatch, reader),
      workLeaderName: workLeader && nameShown(workLeader, reader),
      welders: welders.map(shown),
      amendments: amendments.map((one) => ({ ...one, welders: one.welders.map(shown) })),
    };
  }
}
