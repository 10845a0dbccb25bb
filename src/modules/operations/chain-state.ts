import { Injectable } from '@nestjs/common';
import { isoTime } from '../../kernel/time';
import { AuditChain } from '../../platform/audit/audit-chain.store';
import { headPlaces, readHead } from '../../platform/audit/audit-head';
import { Config } from '../../platform/config/config';
import type { Tx } from '../../platform/database/unit-of-work';
import type { ChainView } from './operations.dto';

/** How the end of the audit chain stands against what is remembered outside the database. Cheap; the whole is verified by a command. */
@Injectable()
export class ChainState {
  constructor(private readonly config: Config) {}

  async read(tx: Tx): Promise<ChainView> {
    const chain = new AuditChain((sql, params) => tx.query(sql, params));
    const last = await chain.lastBlock();
    return {
      blockId: last?.id ?? 0,
      sealedAt: last === null ? null : isoTime(Date.parse(last.sealedAt)),
      unsealed: await chain.countFrom({ epoch: last?.epoch ?? 1, xid: last?.upToXid ?? '0' }),
      head: await this.headState(chain, last?.id ?? 0),
    };
  }

  /** A process on another machine than the sealer's has no head to compare with. */
  private async headState(chain: AuditChain, newest: number): Promise<ChainView['head']> {
    const head = readHead(headPlaces(this.config).head);
    if (head === null) return newest === 0 ? 'empty' : 'missing';
    return (await chain.block(head.blockId))?.hash === head.hash ? 'fits' : 'differs';
  }
}
