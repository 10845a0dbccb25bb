import type { Client } from 'pg';
import { versionedKeys } from '../../platform/config/read-secrets';
import type { SealedColumn } from '../../platform/keys/kept-columns';
import { keyId } from '../../platform/keys/key-ids';
import { changeHashes, prepareMoves } from '../../platform/keys/move-hashes';
import { awaitHolders, awaitTransactions, searchVersion } from '../../platform/keys/process-keys';
import { countUnderOthers, sealAnew } from '../../platform/keys/seal-anew';
import { dropOldKeys, isOffered, jwtState, newestVersion, offerJwt, offerKey, useJwt, useKey, versionsIn } from './key-texts'; // prettier-ignore
import { idOf, patience, refuseKey, type Bench, type Rotated } from './bench';
import { MOVED_COLUMNS } from './hashed-columns';
import { rotateSigning } from './rotate-signing';
import { rotateUnlock } from './rotate-unlock';
import { SEALED_COLUMNS } from './sealed-columns';

/** Each is begun, or goes on where it was killed: what is done is read from the secrets and the rows, and nowhere else. */
export const ROTATIONS: Readonly<Record<Rotated, (bench: Bench) => Promise<void>>> = {
  jwt: rotateJwt,
  master: (bench) => rotateSeals(bench, 'master'),
  tip: (bench) => rotateSeals(bench, 'tip'),
  search: rotateSearch,
  unlock: rotateUnlock,
  signing: rotateSigning,
};

async function rotateJwt(bench: Bench): Promise<void> {
  const { client, place, say, note, now } = bench;
  const state = jwtState(place.texts(), now());
  if (state === 'changed')
    throw new Error(
      '上次更换的旧令牌还有效，16 分钟后再试 / Tokens of the secret before are valid still: wait 16 minutes.',
    );
  if (state === 'single') place.write(offerJwt());
  const offered = keyId(place.texts().JWT_SECRET_B?.slice(1) ?? '');
  await awaitHolders(client, ({ jwt }) => jwt.takes.includes(offered), patience(bench));
  say('所有进程已接受新密钥 / Every process takes tokens of the new secret');
  place.write(useJwt(place.texts(), now()));
  await awaitHolders(client, ({ jwt }) => jwt.signs === offered, patience(bench));
  await note('jwt', 'changed', { signs: offered });
  say('新密钥开始签发；旧令牌用到期满为止 / The new secret signs; tokens of the old one are taken until they end');
}

const NAMES = { master: 'MASTER_KEY', tip: 'TIP_KEY' } as const;

async function rotateSeals(bench: Bench, kind: 'master' | 'tip'): Promise<void> {
  const { client, place, say, note } = bench;
  const name = NAMES[kind];
  const columns = SEALED_COLUMNS.filter(({ key }) => key === kind);
  const text = (): string => place.texts()[name] ?? '';
  if (!isOffered(text()) && (await underOthers(client, columns, newestVersion(text()))) === 0)
    place.write(offerKey(place.texts(), name));
  const version = newestVersion(text());
  const known = `${version} ${idOf(versionedKeys(refuseKey, name, text()).keys, version)}`;
  await awaitHolders(client, (held) => held[kind].opens.includes(known), patience(bench));
  say(`所有进程已取得第 ${version} 版密钥 / Every process holds version ${version}`);
  if (isOffered(text())) place.write(useKey(place.texts(), name));
  await awaitHolders(client, (held) => held[kind].seals === version, patience(bench));
  await awaitTransactions(client, patience(bench));
  await note(kind, 'sealing-anew', { version });
  const count = await sealAll(bench, columns, name, version);
  await note(kind, 'sealed-anew', { version, count });
  say(`已重新加密 ${count} 个值 / ${count} values are sealed anew under version ${version}`);
}

async function sealAll(
  { client, place, say }: Bench,
  columns: readonly SealedColumn[],
  name: 'MASTER_KEY' | 'TIP_KEY',
  version: number,
): Promise<number> {
  const { keys } = versionedKeys(refuseKey, name, place.texts()[name] ?? '');
  let count = 0;
  for (const column of columns) {
    const sealed = await sealAnew(client, column, { masterKeys: keys, searchKey: Buffer.alloc(0) }, version);
    if (sealed > 0) say(`  ${column.table}.${column.column}: ${sealed}`);
    count += sealed;
  }
  const left = await underOthers(client, columns, version);
  if (left > 0) throw new Error(`还有 ${left} 个值未重新加密，请再运行一次 / ${left} values are left: run this again.`);
  return count;
}

export async function underOthers(client: Client, columns: readonly SealedColumn[], seals: number): Promise<number> {
  let count = 0;
  for (const column of columns) count += await countUnderOthers(client, column, seals);
  return count;
}

async function rotateSearch(bench: Bench): Promise<void> {
  const { client, place, say, note } = bench;
  const text = (): string => place.texts().SEARCH_KEY ?? '';
  const { version: used } = await searchVersion(client);
  if (newestVersion(text()) <= used) place.write(offerKey(place.texts(), 'SEARCH_KEY'));
  const version = used + 1;
  const key = versionedKeys(refuseKey, 'SEARCH_KEY', text()).keys.get(version);
  if (!key) throw new Error(`SEARCH_KEY: 缺少第 ${version} 版 / version ${version} is missing`);
  await awaitHolders(client, ({ search }) => search[used] === keyId(key), patience(bench));
  say('所有进程已取得新密钥 / Every process holds the new key');
  await awaitTransactions(client, patience(bench));
  await note('search', 'preparing', { version });
  const change = { columns: MOVED_COLUMNS, key, version };
  say(`已预先计算 ${await prepareMoves(client, change)} 个哈希 / hashes made ahead`);
  const waitedMs = await changeHashes(client, change);
  await note('search', 'changed', { version, waitedMs });
  say(`已切换，请求最多等待 ${waitedMs} 毫秒 / Changed; requests waited ${waitedMs} ms at most`);
}

/** Old versions that no row needs any more leave the secrets; backups that were made with them still do. */
export async function dropOld({ client, place, say, note, now }: Bench, kind: 'master' | 'tip'): Promise<void> {
  const name = NAMES[kind];
  const columns = SEALED_COLUMNS.filter(({ key }) => key === kind);
  const text = place.texts()[name] ?? '';
  const left = await underOthers(client, columns, newestVersion(text));
  if (left > 0 || isOffered(text)) throw new Error(`还有 ${left} 个值用旧密钥 / ${left} values need the old keys: finish the rotation first.`); // prettier-ignore
  const { kept, dropped } = dropOldKeys(place.texts(), name);
  if (dropped.length === 0) return say('没有旧密钥 / There is no old key');
  const file = place.retire(name, dropped, new Date(now()).toISOString());
  place.write(kept);
  await note(kind, 'old-dropped', { versions: versionsIn(dropped.join(',')) });
  say(
    `旧密钥移到 ${file}：恢复旧备份时要用，请移到保险处 / The old keys lie in ${file}. Backups made with them need them: move the file to a safe place.`,
  );
}
