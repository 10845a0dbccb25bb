import { Injectable } from '@nestjs/common';
import type { OddField } from '../../../domain/registry/odd-text';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface StoredText {
  readonly entity: 'machine' | 'welder' | 'enterprise';
  readonly entityId: string;
  readonly field: OddField;
  readonly stored: string;
}

/** More than the usual signs, blanks that do not belong, or so short that it may only fill the field: the rules decide which of these are odd. */
const SUSPECT = `(t.stored ~ '[^ -~一-鿿·（），：；？～、。《》]' or t.stored ~ '^ | $|  ' or (t.field = 'serialNumber' and length(t.stored) <= 12))`;
const MOST_LOOKED_AT = 5_000;

/** Names and numbers of the records in sight that may be odd, the newest first. */
@Injectable()
export class OddTexts {
  suspects(tx: Tx): Promise<StoredText[]> {
    return tx.query<StoredText>(
      `select entity, "entityId", field, stored from (
         select 'machine' as entity, id as "entityId", 'serialNumber' as field, serial_number as stored from machines
           where serial_number is not null and status <> 'scrapped'
         union all select 'machine', id, 'model', model from machines where status <> 'scrapped'
         union all select 'welder', id, 'name', name from welders
         union all select 'enterprise', id, 'name', name from enterprises) t
       where ${SUSPECT} order by "entityId" desc limit ${MOST_LOOKED_AT}`,
    );
  }
}
