import { Injectable } from '@nestjs/common';
import type { RegionCode } from '../../../kernel/region-code';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { SearchHit } from './search.dto';

/** What a person typed, in the forms in which it can be found. */
export interface Wanted {
  /** As typed, without spaces around it. */
  readonly text: string;
  /** What a scanned code stands for, anywhere in the country. */
  readonly coded: { readonly kind: string; readonly entityId: string } | null;
  readonly idNumberHash: string;
  readonly phoneHash: string | null;
  readonly certificateHash: string;
  /** The caller's region: a half-open range. */
  readonly from: RegionCode;
  readonly to: RegionCode;
}

/** The most hits that a search shows. */
export const MOST_HITS = 20;

/** The last four signs of a card, as a person reads them out. */
const TAIL = /^[0-9]{3}[0-9xX]$/;

/**
 * Three short statements under the system's scope. Whoever holds a code, or a whole number, may check it wherever it is
 * registered; words and beginnings are looked for in the caller's region only.
 */
@Injectable()
export class SearchView {
  machines(tx: Tx, { text, coded, from, to }: Wanted): Promise<SearchHit[]> {
    return tx.query<SearchHit>(
      `select 'machine' as kind, m.id, m.code, m.model as title, concat_ws(' · ', m.serial_number, e.name) as subtitle
       from machines m left join enterprises e on e.id = m.enterprise_id
       where m.id = $1 or (m.region_code >= $3 and m.region_code < $4 and starts_with(m.serial_folded, folded($2)))
       order by m.id = $1 desc, m.id desc limit ${MOST_HITS}`,
      [idOf(coded, 'machine'), text, from, to],
    );
  }

  welders(tx: Tx, wanted: Wanted): Promise<SearchHit[]> {
    const { text, coded, idNumberHash, phoneHash, certificateHash, from, to } = wanted;
    return tx.query<SearchHit>(
      `select 'welder' as kind, w.id, w.code, w.name as title, concat_ws(' · ', w.id_number_masked, e.name) as subtitle
       from welders w left join enterprises e on e.id = w.enterprise_id
       where w.id = any(array(
           select $1::text where $1 is not null
           union select id from welders where id_number_hash = $3
           union select id from welders where phone_hash = $4
           union select welder_id from certificates where number_hash = $5
           union select id from welders where region_code >= $6 and region_code < $7 and starts_with(name_folded, folded($2))
           union select c.welder_id from certificates c join welders h on h.id = c.welder_id
             where $8 and h.region_code >= $6 and h.region_code < $7 and right(c.number_masked, 4) = upper($2)))
       order by w.id = $1 desc, w.id desc limit ${MOST_HITS}`,
      [idOf(coded, 'welder'), text, idNumberHash, phoneHash, certificateHash, from, to, TAIL.test(text)],
    );
  }

  permits(tx: Tx, { text, coded, from, to }: Wanted): Promise<SearchHit[]> {
    return tx.query<SearchHit>(
      `select 'permit' as kind, p.id, p.code, p.number as title, concat_ws(' · ', p.place_name, e.name) as subtitle
       from permits p left join enterprises e on e.id = p.enterprise_id
       where p.id = $1 or (p.region_code >= $3 and p.region_code < $4 and starts_with(p.number, upper($2)))
       order by p.id = $1 desc, p.id desc limit ${MOST_HITS}`,
      [idOf(coded, 'permit'), text, from, to],
    );
  }
}

const idOf = (coded: Wanted['coded'], kind: string): string | null => (coded?.kind === kind ? coded.entityId : null);
