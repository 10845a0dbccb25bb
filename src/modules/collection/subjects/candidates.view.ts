import { Injectable } from '@nestjs/common';
import type { EnterpriseSeen, MachineSeen, WelderSeen } from '../../../domain/collection/duplicates';
import { cellsAround, type Pin } from '../../../domain/collection/keys';
import { subtreeRange } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import { epochMs } from '../../../platform/database/epoch-ms';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { CollectionRow } from '../../../schema/collection/collection.row';

/** What is shown of a record that may be the same. */
export interface Shown {
  readonly id: string;
  readonly title: string;
  readonly ownerName: string | null;
  readonly photoId: string | null;
  readonly collectedBy: string | null;
  /** Where it was collected. */
  readonly place: Pin | null;
}

export type Known<Seen> = Shown & { readonly seen: Seen };

interface Question {
  readonly county: string;
  readonly by: string;
}

interface FirstSeen extends Readonly<Pick<CollectionRow, 'lat' | 'lng' | 'accuracyM'>> {
  readonly by: string | null;
  readonly at: Instant | null;
}

/** Of whom it was collected: the caller's own collection first, because a person knows what they took themselves. */
const COLLECTED = (id: string, caller: string): string => `left join lateral (
  select c.lat, c.lng, c.accuracy_m, c.collected_by, c.collected_at, c.photo_ids[1] as photo_id, c.phone_hash, u.name
  from collections c join users u on u.id = c.collected_by
  where c.entity_id = ${id} order by c.collected_by = ${caller} desc, c.id limit 1) s on true`;
const SEEN = `s.lat, s.lng, s.accuracy_m as "accuracyM", s.collected_by as by, ${epochMs('s.collected_at')} as at,
  s.photo_id as "photoId", s.name as "collectedBy"`;

const MACHINES = `
  with found as (
    select id from machines where serial_key = number_key($1)
    union select entity_id from collections where kind = 'machine' and geo_cell = any($2) and entity_id is not null
    union select entity_id from codes where code = any($3) and kind = 'machine'
    union select entity_id from external_codes where content = any($3) and kind = 'machine'
  )
  select m.id, concat_ws(' ', m.model, m.serial_number) as title, m.code, m.serial_number as serial, m.model,
    coalesce(m.enterprise_id, m.owner_welder_id) as owner, coalesce(e.name, w.name) as "ownerName",
    exists (select 1 from codes x where x.code = any($3) and x.entity_id = m.id union all
      select 1 from external_codes x where x.content = any($3) and x.entity_id = m.id) as scanned, ${SEEN}
  from found join machines m using (id) left join enterprises e on e.id = m.enterprise_id
    left join welders w on w.id = m.owner_welder_id ${COLLECTED('m.id', '$6')}
  where m.status <> 'scrapped' and m.region_code >= $4 and m.region_code < $5 order by m.id limit 200`;

const WELDERS = `
  select w.id, w.name as title, w.id_number_hash as identity, w.phone_hash as phone, e.name as "ownerName", ${SEEN}
  from welders w left join enterprises e on e.id = w.enterprise_id ${COLLECTED('w.id', '$4')}
  where w.phone_hash = $1 and w.region_code >= $2 and w.region_code < $3 order by w.id limit 50`;

const ENTERPRISES = `
  select e.id, e.name as title, e.uscc, s.phone_hash as phone, null as "ownerName", ${SEEN}
  from enterprises e ${COLLECTED('e.id', '$4')}
  where e.name_folded = folded($1) and e.region_code >= $2 and e.region_code < $3 order by e.id limit 50`;

type Row<Extra> = Omit<Shown, 'place'> & FirstSeen & Extra;

/** Records of the county that may be what was just collected, found by keys. Under the system's scope. */
@Injectable()
export class Candidates {
  async machines(
    tx: Tx,
    { serial, place, stickers }: { serial: string | null; place: Pin | null; stickers: readonly string[] },
    { county, by }: Question,
  ): Promise<Known<MachineSeen>[]> {
    const { from, to } = subtreeRange(county);
    const rows = await tx.query<Row<Pick<MachineSeen, 'serial' | 'model' | 'owner' | 'code'> & { scanned: boolean }>>(
      MACHINES,
      [...[serial, place ? cellsAround(place) : [], stickers], ...[from, to, by]],
    );
    return rows.map(({ serial: read, model, owner, scanned, code: own, ...row }) => ({
      ...shown(row),
      seen: {
        ...seen(row),
        code: scanned ? (stickers[0] ?? null) : own,
        serial: read,
        model,
        owner,
        place: pinOf(row),
      },
    }));
  }

  async welders(tx: Tx, phone: string, { county, by }: Question): Promise<Known<WelderSeen>[]> {
    const { from, to } = subtreeRange(county);
    const rows = await tx.query<Row<Pick<WelderSeen, 'identity' | 'phone'>>>(WELDERS, [phone, from, to, by]);
    return rows.map((row) => ({
      ...shown(row),
      seen: { ...seen(row), identity: row.identity, phone: row.phone, name: row.title },
    }));
  }

  async enterprises(tx: Tx, name: string, { county, by }: Question): Promise<Known<EnterpriseSeen>[]> {
    const { from, to } = subtreeRange(county);
    const rows = await tx.query<Row<Pick<EnterpriseSeen, 'uscc' | 'phone'>>>(ENTERPRISES, [name, from, to, by]);
    return rows.map((row) => ({
      ...shown(row),
      seen: { ...seen(row), uscc: row.uscc, phone: row.phone, name: row.title },
    }));
  }

  /** The sticker that counts on a machine. */
  async codeOf(tx: Tx, machineId: string): Promise<string | null> {
    const [row] = await tx.query<{ code: string }>('select code from machines where id = $1', [machineId]);
    return row?.code ?? null;
  }
}

const shown = ({ id, title, ownerName, photoId, collectedBy, ...row }: Row<unknown>): Shown => ({
  ...{ id, title, ownerName, photoId, collectedBy, place: pinOf(row) },
});
const seen = ({ by, at }: FirstSeen): { by: string | null; at: Instant } => ({ by, at: at ?? 0 });
const pinOf = ({ lat, lng, accuracyM }: FirstSeen): Pin | null =>
  lat === null || lng === null ? null : { lat, lng, accuracyM: accuracyM ?? 0 };
