import { Injectable } from '@nestjs/common';
import type { RollOutMode, RollOutTopic } from '../../../domain/authorization/roll-out-modes';
import { lineage, subtreeRange, type RegionCode } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { toPage, type Page } from '../../../platform/http/page';
import { RollOutModeRow } from '../../../schema/rules/roll-out-mode.row';
import type { PlannedMode } from './planned-mode';
import type { RollOutModesQuery } from './roll-out-mode.dto';

const MODE = columnsOf(RollOutModeRow, 'm', [
  'id', 'regionCode', 'topic', 'mode', 'validFrom', 'validTo', 'reason', 'signedBy', 'foreseenScans', 'foreseenRefused',
]); // prettier-ignore

@Injectable()
export class RollOutModeStore {
  /** One writer at a time a region and topic; all its versions, also the past ones. */
  async lockVersions(tx: Tx, regionCode: RegionCode, topic: RollOutTopic): Promise<PlannedMode[]> {
    await tx.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', [`roll_out_modes ${topic}`, regionCode]);
    return (await tx.rows(RollOutModeRow).find({ where: { regionCode, topic } })).map(toMode);
  }

  async find(tx: Tx, id: string): Promise<PlannedMode | null> {
    const row = await tx.rows(RollOutModeRow).findOne({ where: { id } });
    return row && toMode(row);
  }

  async insert(tx: Tx, { validTo: _, foreseen, ...mode }: PlannedMode): Promise<void> {
    const seen = { foreseenScans: foreseen?.scans ?? null, foreseenRefused: foreseen?.newlyRefused ?? null };
    await tx.rows(RollOutModeRow).insert({ ...mode, ...seen });
  }

  async endAt(tx: Tx, id: string, validTo: Instant | null): Promise<void> {
    await tx.rows(RollOutModeRow).update({ id }, { validTo });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.rows(RollOutModeRow).delete({ id });
  }

  /** The latest planned first, with all that went before. */
  async list(tx: Tx, { regionCode, topic, limit, cursor }: RollOutModesQuery): Promise<Page<PlannedMode>> {
    const below = subtreeRange(regionCode ?? '');
    const rows = await tx.query<RollOutModeRow>(
      `select ${MODE} from roll_out_modes m
       where ($1::text is null or id < $1) and ($2::text is null or topic = $2)
         and ($3::text[] is null or region_code = any($3) or (region_code >= $4 and region_code < $5))
       order by id desc limit $6`,
      [
        cursor ?? null,
        topic ?? null,
        regionCode === undefined ? null : ['', ...lineage(regionCode)],
        below.from,
        below.to,
        limit + 1,
      ],
    );
    return toPage(rows.map(toMode), limit, ({ id }) => id);
  }
}

const toMode = ({ topic, mode, foreseenScans, foreseenRefused, ...row }: RollOutModeRow): PlannedMode => ({
  ...row,
  foreseen: foreseenScans === null ? null : { scans: foreseenScans, newlyRefused: foreseenRefused ?? 0 },
  topic: topic as RollOutTopic,
  mode: mode as RollOutMode,
});
