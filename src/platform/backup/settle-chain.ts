import { existsSync, renameSync } from 'node:fs';
import type { Client } from 'pg';
import { AuditSeal } from '../audit/audit-block';
import { AuditChain } from '../audit/audit-chain.store';
import { headFile, headOf, headPlaces, readHead, writeHead } from '../audit/audit-head';
import type { Say } from '../audit/chain-report';
import type { Config } from '../config/config';

/**
 * The end of the restored chain becomes the one that is remembered outside the database. A later head that lies there is
 * moved aside and kept: it proves that blocks after the backup are lost.
 */
export async function settleChain(client: Client, config: Config, epoch: number, say: Say): Promise<void> {
  const chain = new AuditChain(
    async <R>(sql: string, params: readonly unknown[]) => (await client.query(sql, [...params])).rows as R[],
  );
  const last = await chain.lastBlock();
  const { head, copy } = headPlaces(config);
  for (const place of [head, copy]) {
    const known = readHead(place);
    if (known?.hash === last?.hash) continue;
    if (known) moveAside(place, epoch, known.blockId - (last?.id ?? 0), say);
    if (last) writeHead(place, headOf(last, new AuditSeal(config).publicPemOf(last)));
  }
}

function moveAside(place: string, epoch: number, lost: number, say: Say): void {
  const file = headFile(place);
  const aside = `${file}.before-epoch-${epoch}`;
  if (!existsSync(aside)) renameSync(file, aside);
  say(
    lost > 0
      ? `备份之后的 ${lost} 块审计记录已丢失，原链头保存在 ${aside} / ${lost} audit blocks after the backup are lost. Their head is kept in ${aside}`
      : `原链头保存在 ${aside} / The head that was here is kept in ${aside}`,
  );
}
