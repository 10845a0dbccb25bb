import { Injectable } from '@nestjs/common';
import type { RollOutMode, RollOutTopic } from '../../../domain/authorization/roll-out-modes';
import { lineage, subtreeRange, type RegionCode } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { toPage, type Page } from '../../../platform/http/page';
import type { PlannedMode } from './planned-mode';
import type { RollOutModesQuery } from './roll-out-mode.dto';

interface ModeRow {
  readonly id: string;
  readonly region_code: string;
  readonly topic: RollOutTopic;
  readonly mode: RollOutMode;
  readonly valid_from: Instant;
  readonly valid_to: Instant | null;
}

@Injectable()
export class RollOutModeStore {
  /** One writer at a time a region and topic; all its versions, also the past ones. */
  async lockVersions(tx: Tx, regionCode: RegionCode, topic: RollOutTopic): Promise<PlannedMode[]> {
    await tx.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', [`roll_out_modes ${topic}`, regionCode]);
    const rows = await tx.query<ModeRow>('select * from roll_out_modes where region_code = $1 and topic = $2', [
      regionCode,
      topic,
    ]);
    return rows.map(toMode);
  }

  async find(tx: Tx, id: string): Promise<PlannedMode | null> {
    const [row] = await tx.query<ModeRow>('select * from roll_out_modes where id = $1', [id]);
    return row ? toMode(row) : null;
  }

  async insert(tx: Tx, { id, regionCode, topic, mode, validFrom }: PlannedMode): Promise<void> {
    await tx.query(
      'insert into roll_out_modes (id, region_code, topic, mode, valid_from) values ($1, $2, $3, $4, $5)',
      [id, regionCode, topic, mode, new Date(validFrom)],
    );
  }

  async endAt(tx: Tx, id: string, validTo: Instant | null): Promise<void> {
    await tx.query('update roll_out_modes set valid_to = $2 where id = $1', [
      id,
      validTo === null ? null : new Date(validTo),
    ]);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from roll_out_modes where id = $1', [id]);
  }

  /** The latest planned first, with all that went before. */
  async list(tx: Tx, { regionCode, topic, limit, cursor }: RollOutModesQuery): Promise<Page<PlannedMode>> {
    const below = subtreeRange(regionCode ?? '');
    const rows = await tx.query<ModeRow>(
      `select * from roll_out_modes
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

const toMode = (row: ModeRow): PlannedMode => ({
  id: row.id,
  regionCode: row.region_code,
  topic: row.topic,
  mode: row.mode,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});
