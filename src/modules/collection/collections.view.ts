import { Injectable } from '@nestjs/common';
import type { CollectionKind, CollectionState, Nameplate } from '../../domain/collection/collection';
import type { MatchReason } from '../../domain/collection/duplicates';
import { isoTime } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import { CollectionRow } from '../../schema/collection/collection.row';
import type { CollectionQuery, CollectionView } from './collection-view.dto';

const COLUMNS = [
  'id', 'kind', 'state', 'entityId', 'duplicateOf', 'reasons', 'regionCode', 'photoIds', 'nameplate', 'certificateFault',
  'collectedAt', 'collectedBy', 'deviceNumber',
] as const; // prettier-ignore

interface Listed extends Pick<CollectionRow, (typeof COLUMNS)[number]> {
  readonly title: string | null;
  readonly collectorName: string;
  readonly collectors: readonly { readonly name: string; readonly at: number }[];
}

const COLLECTION = `select ${columnsOf(CollectionRow, 'c', COLUMNS)}, u.name as "collectorName",
  coalesce((select concat_ws(' ', m.model, m.serial_number) from machines m where m.id = c.entity_id),
    (select w.name from welders w where w.id = c.entity_id), (select e.name from enterprises e where e.id = c.entity_id)) as title,
  (select coalesce(jsonb_agg(jsonb_build_object('name', y.name, 'at', ${epochMs('x.collected_at')}) order by x.id), '[]')
    from collections x join users y on y.id = x.collected_by where x.entity_id = c.entity_id) as collectors
  from collections c join users u on u.id = c.collected_by`;

/** What was collected, with everybody who collected the same. */
@Injectable()
export class Collections {
  async list(
    tx: Tx,
    userId: string,
    { kind, state, entityId, collector, from, regionCode, limit, cursor }: CollectionQuery,
  ): Promise<CollectionView[]> {
    const rows = await tx.query<Listed>(
      `${COLLECTION} where ($1::text is null or c.id < $1) and ($2::text is null or c.kind = $2)
         and ($3::text is null or c.state = $3) and ($4::text is null or c.entity_id = $4)
         and ($6::text is null or c.collected_by = $6) and starts_with(c.region_code, $8)
         and ($7::date is null or c.collected_at >= ($7::date)::timestamp at time zone 'Asia/Shanghai')
       order by c.id desc limit $5`,
      [
        cursor ?? null,
        kind ?? null,
        state ?? null,
        entityId ?? null,
        limit + 1,
        ...[collector ?? null, from ?? null, regionCode ?? ''],
      ],
    );
    return rows.map((row) => toView(row, userId));
  }

  async find(tx: Tx, userId: string, id: string): Promise<CollectionView | null> {
    const [row] = await tx.query<Listed>(`${COLLECTION} where c.id = $1`, [id]);
    return row ? toView(row, userId) : null;
  }
}

const toView = (row: Listed, userId: string): CollectionView => ({
  ...{ id: row.id, kind: row.kind as CollectionKind, state: row.state as CollectionState },
  ...{ entityId: row.entityId, title: row.title ?? '', duplicateOf: row.duplicateOf },
  ...{ reasons: row.reasons as MatchReason[], regionCode: row.regionCode, photoIds: row.photoIds },
  ...{ nameplate: row.nameplate as Nameplate | null, certificateFault: row.certificateFault },
  collectors: row.collectors.map(({ name, at }) => ({ name, collectedAt: isoTime(at) })),
  ...{ collectedAt: isoTime(row.collectedAt), collectedBy: row.collectorName },
  deviceNumber: row.collectedBy === userId ? row.deviceNumber : null,
});
