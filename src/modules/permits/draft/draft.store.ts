import { Injectable } from '@nestjs/common';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import { columnName, columnValue } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PermitRow } from '../../../schema/permits/permit.row';
import type { DraftContent } from './draft-content';
import { draftColumns, type StoredPermit } from '../stored-permit';

export interface NewDraft extends DraftContent {
  readonly id: string;
  readonly code: string;
  readonly applicantId: string;
  readonly extendsId: string | null;
  /** Signed in a plant's own system, under this number there. */
  readonly plant?: PlantOrigin;
}

export interface PlantOrigin {
  readonly number: string;
  readonly name: string;
}

/** What a draft says in columns of `permits`; its welders and machines are rows of their own. */
const CONTENT = [
  'regime', 'level', 'levelAnswers', 'enterpriseId', 'contractorId', 'occupierEnterpriseId', 'regionCode', 'placeName', 'lat', 'lng', 'placeSource',
  'radiusM', 'radiusReason', 'openAir', 'placeKinds', 'siteId', 'siteIds', 'siteKinds', 'siteHours', 'content', 'method', 'gases', 'plannedStart',
  'plannedEnd', 'startsNow', 'lastsMinutes', 'fireWatchId', 'occupierPhoneSealed', 'occupierPhoneMasked', 'occupierPhoneHash', 'urgent', 'urgentReason',
  'relatedTickets', 'riskAnalysis', 'workLeaderId', 'workPlanNumber', 'video',
] as const satisfies readonly (keyof DraftContent & keyof PermitRow)[]; // prettier-ignore
const COLUMNS = CONTENT.map((name) => columnName(PermitRow, name));

const contentValues = (draft: DraftContent): unknown[] => [
  ...CONTENT.map((name) => columnValue(PermitRow, name, draft[name])),
  draft.welderIds,
  draft.machineIds,
];

const WELDERS = COLUMNS.length + 1;
const MACHINES = WELDERS + 1;
const OWN = MACHINES + 1;

/** Only the level as proposed: the platform raises it at submission. */
const INSERT = `
  with made as (
    insert into permits (${COLUMNS.join(', ')}, proposed_level, id, number, code, applicant_id, extends_id, created_at, source_number, source_name, source, state, round)
    values (${COLUMNS.map((_, i) => `$${i + 1}`).join(', ')}, $2, $${OWN}, $${OWN + 1} || to_char(nextval('permit_numbers'), 'FM99999999990000'),
      $${OWN + 2}, $${OWN + 3}, $${OWN + 4}, $${OWN + 5}, $${OWN + 6}, $${OWN + 7}, case when $${OWN + 6}::text is null then 'platform' else 'plant' end, 'draft', 0)
    returning *
  ), welders as (
    insert into permit_welders (permit_id, welder_id) select $${OWN}, w from unnest($${WELDERS}::text[]) w
  ), machines as (
    insert into permit_machines (permit_id, machine_id) select $${OWN}, m from unnest($${MACHINES}::text[]) m
  )
  select ${draftColumns(`$${WELDERS}`, `$${MACHINES}`, `$${OWN + 5}`)} from made p`;

const UPDATE = `
  with gone_welders as (
    delete from permit_welders where permit_id = $${OWN} and not welder_id = any($${WELDERS}::text[])
  ), gone_machines as (
    delete from permit_machines where permit_id = $${OWN} and not machine_id = any($${MACHINES}::text[])
  ), welders as (
    insert into permit_welders (permit_id, welder_id) select $${OWN}, w from unnest($${WELDERS}::text[]) w on conflict do nothing
  ), machines as (
    insert into permit_machines (permit_id, machine_id) select $${OWN}, m from unnest($${MACHINES}::text[]) m on conflict do nothing
  )
  update permits set ${COLUMNS.map((column, i) => `${column} = $${i + 1}`).join(', ')}, proposed_level = $2, raised_because = '{}',
    version = version + 1
  where id = $${OWN}`;

const COUNTY_DIGITS = 6;
/** `DH-411003-20261124-0417`: county, day in China, a running number that goes on over days and counties and may leave gaps. */
const numberPrefix = (regionCode: string, at: Instant): string =>
  `DH-${regionCode.slice(0, COUNTY_DIGITS)}-${shanghaiDate(at).replaceAll('-', '')}-`;

@Injectable()
export class DraftStore {
  /** The permit as it is now stored. */
  async insert(tx: Tx, draft: NewDraft, at: Instant): Promise<StoredPermit> {
    const [permit] = await tx.prepared<StoredPermit>(INSERT, [
      ...contentValues(draft),
      draft.id,
      numberPrefix(draft.regionCode, at),
      draft.code,
      draft.applicantId,
      draft.extendsId,
      new Date(at),
      draft.plant?.number ?? null,
      draft.plant?.name ?? null,
    ]);
    if (!permit) throw new Error(`permit ${draft.id} was not written`);
    return permit;
  }

  change(tx: Tx, id: string, content: DraftContent): void {
    tx.send(UPDATE, [...contentValues(content), id]);
  }
}
