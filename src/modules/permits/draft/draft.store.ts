import { Injectable } from '@nestjs/common';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { DraftContent } from './draft-content';
import { draftColumns, toPermit, type PermitRow, type StoredPermit } from '../permit.row';

export interface NewDraft extends DraftContent {
  readonly id: string;
  readonly code: string;
  readonly applicantId: string;
  readonly extendsId: string | null;
}

/** What a draft says, in the order of `CONTENT_COLUMNS`. */
const contentValues = (draft: DraftContent): unknown[] => [
  draft.regime,
  draft.level,
  JSON.stringify(draft.levelAnswers),
  draft.enterpriseId,
  draft.contractorId,
  draft.occupierEnterpriseId,
  draft.regionCode,
  draft.placeName,
  draft.lat,
  draft.lng,
  draft.placeSource,
  draft.radiusM,
  draft.radiusReason,
  draft.openAir,
  draft.placeKinds,
  draft.siteId,
  draft.siteIds,
  draft.siteKinds,
  JSON.stringify(draft.siteHours),
  draft.content,
  draft.method,
  draft.gases,
  new Date(draft.plannedStart),
  new Date(draft.plannedEnd),
  draft.startsNow,
  draft.lastsMinutes,
  draft.fireWatchId,
  draft.occupierPhoneSealed,
  draft.occupierPhoneMasked,
  draft.occupierPhoneHash,
  draft.urgent,
  draft.urgentReason,
  JSON.stringify(draft.relatedTickets),
  draft.riskAnalysis,
  draft.workLeaderId,
  draft.workPlanNumber,
  draft.video ? JSON.stringify(draft.video) : null,
  draft.welderIds,
  draft.machineIds,
];

const CONTENT_COLUMNS = [
  'regime', 'level', 'level_answers', 'enterprise_id', 'contractor_id', 'occupier_enterprise_id', 'region_code', 'place_name', 'lat',
  'lng', 'place_source', 'radius_m', 'radius_reason', 'open_air', 'place_kinds', 'site_id', 'site_ids', 'site_kinds', 'site_hours', 'content', 'method', 'gases',
  'planned_start', 'planned_end', 'starts_now', 'lasts_minutes', 'fire_watch_id', 'occupier_phone_sealed', 'occupier_phone_masked', 'occupier_phone_hash', 'urgent', 'urgent_reason',
  'related_tickets', 'risk_analysis', 'work_leader_id', 'work_plan_number', 'video',
]; // prettier-ignore
const WELDERS = CONTENT_COLUMNS.length + 1;
const MACHINES = WELDERS + 1;
const OWN = MACHINES + 1;

/** Only the level as proposed: the platform raises it at submission. */
const INSERT = `
  with made as (
    insert into permits (${CONTENT_COLUMNS.join(', ')}, proposed_level, id, number, code, applicant_id, extends_id, created_at, state, round)
    values (${CONTENT_COLUMNS.map((_, i) => `$${i + 1}`).join(', ')}, $2, $${OWN}, $${OWN + 1} || to_char(nextval('permit_numbers'), 'FM99999999990000'),
      $${OWN + 2}, $${OWN + 3}, $${OWN + 4}, $${OWN + 5}, 'draft', 0)
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
  update permits set ${CONTENT_COLUMNS.map((column, i) => `${column} = $${i + 1}`).join(', ')}, proposed_level = $2, raised_because = '{}',
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
    const [row] = await tx.prepared<PermitRow>(INSERT, [
      ...contentValues(draft),
      draft.id,
      numberPrefix(draft.regionCode, at),
      draft.code,
      draft.applicantId,
      draft.extendsId,
      new Date(at),
    ]);
    if (!row) throw new Error(`permit ${draft.id} was not written`);
    return toPermit(row);
  }

  change(tx: Tx, id: string, content: DraftContent): void {
    tx.send(UPDATE, [...contentValues(content), id]);
  }
}
