import { headFile, type HeadPlaces } from './audit-head';
import type { ChainFault, ChainReport } from './verify-chain';

export type Say = (line: string) => void;

/** For a person at a terminal, in both languages. */
export function tell({ blocks, entries, unsealed, faults }: ChainReport, places: HeadPlaces, say: Say): void {
  for (const fault of faults) say(`✗ ${textOf(fault, places)}`);
  const waiting = unsealed === 0 ? '' : `，另有 ${unsealed} 条尚未封存 (${unsealed} not sealed yet)`;
  say(`已核对 ${blocks} 块 ${entries} 条审计记录${waiting} / checked ${entries} entries in ${blocks} blocks`);
  say(faults.length === 0 ? '审计链完整 / The audit trail is intact.' : '审计链已被破坏 / The audit trail is broken.');
}

function textOf(fault: ChainFault, places: HeadPlaces): string {
  switch (fault.kind) {
    case 'entry-changed':
      return `第 ${fault.entryId} 条记录被修改（第 ${fault.blockId} 块） / entry ${fault.entryId} was changed (block ${fault.blockId})`;
    case 'entry-removed':
      return `第 ${fault.entryId} 条记录被删除（第 ${fault.blockId} 块） / entry ${fault.entryId} was removed (block ${fault.blockId})`;
    case 'entry-added':
      return `第 ${fault.entryId} 条记录是事后加入的（第 ${fault.blockId} 块） / entry ${fault.entryId} was added afterwards (block ${fault.blockId})`;
    case 'block-changed':
      return `第 ${fault.blockId} 块被修改 / block ${fault.blockId} was changed`;
    case 'block-unsigned':
      return `第 ${fault.blockId} 块的签名不是本系统所签 / block ${fault.blockId} was not signed by this installation`;
    case 'block-key-older':
      return `第 ${fault.blockId} 块由已停用的旧密钥签名 / block ${fault.blockId} is signed by a key that was retired before it`;
    case 'block-unchained':
      return `第 ${fault.blockId} 块与前一块接不上 / block ${fault.blockId} does not follow from the one before it`;
    case 'blocks-removed':
      return `第 ${fault.blockId} 至 ${fault.upToBlockId} 块被删除 / blocks ${fault.blockId} to ${fault.upToBlockId} were removed`;
    case 'end-cut':
      return `末尾被截断：缺第 ${fault.blockId} 至 ${fault.upToBlockId} 块 / the end was cut off: blocks ${fault.blockId} to ${fault.upToBlockId} are gone`;
    case 'head-differs':
      return `第 ${fault.blockId} 块与库外保存的链头不符 / block ${fault.blockId} differs from the head kept outside the database`;
    case 'head-missing':
      return `缺少 ${headFile(places[fault.place])}，无法判断末尾是否被截断 / ${headFile(places[fault.place])} is missing, so a cut end would not show`;
    case 'head-older':
      return `${headFile(places[fault.place])} 是旧的（第 ${fault.blockId} 块，应为第 ${fault.newest} 块），可能被人换回 / ${headFile(places[fault.place])} is an older one (block ${fault.blockId}, not ${fault.newest}): somebody may have put it back`;
  }
}
