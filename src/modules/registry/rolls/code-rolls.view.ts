import { Injectable } from '@nestjs/common';
import type { RollState } from '../../../domain/registry/code-roll';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CodeRollRow } from '../../../schema/registry/code-roll.row';
import type { CodeRollQuery, CodeRollView } from './code-roll.dto';

const COLUMNS = ['id', 'number', 'regionCode', 'count', 'state', 'madeAt', 'issuedTo', 'issuedAt', 'voidedAt', 'voidReason'] as const; // prettier-ignore

interface ListedRoll extends Pick<CodeRollRow, (typeof COLUMNS)[number]> {
  readonly bound: number;
  readonly madeByName: string | null;
  readonly issuedToName: string | null;
}

const ROLL = `select ${columnsOf(CodeRollRow, 'r', COLUMNS)}, m.name as "madeByName", u.name as "issuedToName",
  (select count(*)::int from codes c where c.roll_id = r.id and c.kind <> 'blank') as bound
  from code_rolls r left join users m on m.id = r.made_by left join users u on u.id = r.issued_to`;

/** Rolls of blank codes with who holds them, and how many of their codes are stuck on something. */
@Injectable()
export class CodeRolls {
  async list(tx: Tx, { limit, cursor, state }: CodeRollQuery): Promise<CodeRollView[]> {
    const rows = await tx.query<ListedRoll>(
      `${ROLL} where ($1::text is null or r.id < $1) and ($2::text is null or r.state = $2) order by r.id desc limit $3`,
      [cursor ?? null, state ?? null, limit + 1],
    );
    return rows.map(toView);
  }

  async find(tx: Tx, id: string): Promise<CodeRollView | null> {
    const [row] = await tx.query<ListedRoll>(`${ROLL} where r.id = $1`, [id]);
    return row ? toView(row) : null;
  }

  /** Whether somebody whom the caller sees may be handed a roll. */
  async isThere(tx: Tx, userId: string): Promise<boolean> {
    return (await tx.query('select 1 from users where id = $1 and disabled_at is null', [userId])).length > 0;
  }
}

/** As people read it out. */
export const rollNumber = (number: number): string => `R${String(number).padStart(6, '0')}`;

const toView = (row: ListedRoll): CodeRollView => ({
  id: row.id,
  number: rollNumber(row.number),
  regionCode: row.regionCode || null,
  count: row.count,
  bound: row.bound,
  state: row.state as RollState,
  madeBy: row.madeByName ?? '',
  madeAt: isoTime(row.madeAt),
  issuedToId: row.issuedTo,
  issuedTo: row.issuedToName,
  issuedAt: isoTimeOrNull(row.issuedAt),
  voidedAt: isoTimeOrNull(row.voidedAt),
  voidReason: row.voidReason,
});
