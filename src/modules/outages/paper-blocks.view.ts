import { Injectable } from '@nestjs/common';
import type { PaperBlock } from '../../domain/outages/paper-entry';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { PaperBlockRow } from '../../schema/outages/paper-block.row';
import type { Page } from './paper.store';

export interface KnownBlock extends PaperBlock, Readonly<Pick<PaperBlockRow, 'firstNumber' | 'forms' | 'issuedAt'>> {
  readonly used: number;
  readonly enterpriseName: string | null;
}

const BLOCK = `select ${columnsOf(PaperBlockRow, 'b', ['id', 'regionCode', 'enterpriseId', 'firstNumber', 'forms', 'issuedAt'])},
  (select count(*)::int from paper_permits p where p.block_id = b.id) as used, e.name as "enterpriseName"
  from paper_blocks b left join enterprises e on e.id = b.enterprise_id`;

/** Blocks of numbers with whom they were handed to, and how many are used. */
@Injectable()
export class PaperBlocks {
  list(tx: Tx, { limit, cursor }: Page): Promise<KnownBlock[]> {
    return tx.query<KnownBlock>(`${BLOCK} where ($1::text is null or b.id < $1) order by b.id desc limit $2`, [
      cursor ?? null,
      limit + 1,
    ]);
  }

  async find(tx: Tx, id: string): Promise<KnownBlock | null> {
    const [block] = await tx.query<KnownBlock>(`${BLOCK} where b.id = $1`, [id]);
    return block ?? null;
  }
}
