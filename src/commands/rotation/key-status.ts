import type { Client } from 'pg';
import { isoTime, type Instant } from '../../kernel/time';
import type { SecretTexts } from '../../platform/config/kept-secrets';
import { isOffered, jwtState, newestSigning, newestVersion, versionsIn } from './key-texts';
import { liveHolders, searchVersion } from '../../platform/keys/process-keys';
import { underOthers } from './rotate-keys';
import { SEALED_COLUMNS } from './sealed-columns';

const JWT = {
  single: '一个密钥 / one secret',
  offered: '新密钥已放好，尚未签发 / the next secret lies ready and does not sign yet',
  changed: '新密钥签发，旧令牌仍有效 / the new secret signs, tokens of the one before are taken',
} as const;

/** How each key stands; nothing is changed. */
export async function keyStatus(client: Client, texts: SecretTexts, at: Instant): Promise<string[]> {
  const { version: used, changedAt } = await searchVersion(client);
  const known = newestVersion(texts.SEARCH_KEY ?? '');
  const holders = await liveHolders(client);
  return [
    `jwt: ${JWT[jwtState(texts, at)]}`,
    await sealed(client, 'master', texts.MASTER_KEY ?? ''),
    await sealed(client, 'tip', texts.TIP_KEY ?? ''),
    `search: 使用 ${used} 层，共 ${known} 层 / ${used} of ${known} keys in use since ${isoTime(changedAt)}`,
    signingLine(texts),
    ...holders.map(({ process, role, holds }) =>
      `${process} (${role}): jwt ${holds.jwt.signs}, master ${holds.master.seals}, tip ${holds.tip.seals}, search ${holds.search.length}, unlock ${holds.unlock[0] ?? ''}, signing ${holds.signing?.signs ?? 1}`), // prettier-ignore
  ];
}

function signingLine(texts: SecretTexts): string {
  const waits = isOffered(texts.SIGNING_KEY ?? '') ? '，最新一把尚未启用 / the newest does not sign yet' : '';
  return `signing: 共 ${newestSigning(texts)} 把 / ${newestSigning(texts)} keys${waits}`;
}

async function sealed(client: Client, kind: 'master' | 'tip', text: string): Promise<string> {
  const newest = newestVersion(text);
  const left = await underOthers(client, SEALED_COLUMNS.filter(({ key }) => key === kind), newest); // prettier-ignore
  const offered = isOffered(text) ? '，新密钥尚未启用 / the newest does not seal yet' : '';
  return `${kind}: 版本 ${versionsIn(text).join('、')}；${left} 个值不是第 ${newest} 版 / ${left} values are not under version ${newest}${offered}`;
}
