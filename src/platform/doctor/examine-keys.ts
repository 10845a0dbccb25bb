import { escapeIdentifier, type Client } from 'pg';
import type { Instant } from '../../kernel/time';
import type { Config } from '../config/config';
import { sealingVersion } from '../database/sealer';
import { inRole, isForced } from '../keys/role-of-table';
import { searchVersion } from '../keys/process-keys';
import { fault, fine, firstOf, warning, type Finding } from './finding';

/** Whether a change of keys was begun and not finished. Only reads. */
export async function examineKeys(client: Client, config: Config, at: Instant): Promise<Finding[]> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('search_key') is not null as there");
  if (!rows[0]?.there) return []; // the migrations that are missing are a finding of their own
  const { version } = await searchVersion(client);
  return [
    judgeSearchKey(version, config.laterSearchKeys.length + 1),
    judgeSealed(await underOldKeys(client, config), offered(config)),
    judgeJwt(config.otherJwtSecret, at),
  ];
}

export function judgeSearchKey(used: number, known: number): Finding {
  return firstOf(
    used > known && fault(`SEARCH_KEY 缺少密钥：数据库用了 ${used} 个，只给了 ${known} 个，请补全`, `SEARCH_KEY lacks keys: the database is made with ${used}, ${known} are given. Give all of them`),
    used < known && warning('SEARCH_KEY 有一个新密钥尚未启用，请运行 npm run rotate -- search', 'SEARCH_KEY holds a key that is not in use yet: npm run rotate -- search'),
    fine(`查询哈希用 ${used} 个密钥`, `The search hashes are made with ${used} keys`),
  ); // prettier-ignore
}

/** `left`: values under another version than the newest. */
export const judgeSealed = (left: number, isOffered: boolean): Finding =>
  left > 0 || isOffered
    ? warning(`还有 ${left} 个值用旧密钥加密，请运行 npm run rotate -- master（或 tip）`, `${left} values are sealed under an old key: npm run rotate -- master (or tip)`)
    : fine('所有加密数据都用最新密钥', 'Everything sealed is under the newest key'); // prettier-ignore

export const judgeJwt = (other: Config['otherJwtSecret'], at: Instant): Finding =>
  other !== null && other.until === null
    ? warning('JWT 新密钥尚未启用，请运行 npm run rotate -- jwt', 'The next JWT secret lies ready and does not sign: npm run rotate -- jwt')
    : fine(other?.until && other.until > at ? 'JWT 密钥刚更换过，旧令牌到期前仍有效' : 'JWT 密钥只有一个', other?.until && other.until > at ? 'The JWT secret was changed just now, tokens of the one before run out' : 'There is one JWT secret'); // prettier-ignore

const newest = (keys: ReadonlyMap<number, Buffer>): number => Math.max(...keys.keys());

const offered = ({ masterKeys, masterSeals, tipKeys, tipSeals }: Config): boolean =>
  sealingVersion({ masterKeys, masterSeals }) < newest(masterKeys) ||
  sealingVersion({ masterKeys: tipKeys, masterSeals: tipSeals }) < newest(tipKeys);

/** The schema says which columns are sealed: by their name. */
async function underOldKeys(client: Client, { masterKeys, tipKeys }: Config): Promise<number> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and data_type = 'text' and column_name ~ '(^|_)sealed$' order by 1, 2`,
  );
  let left = 0;
  for (const { table, column } of rows) {
    const seals = newest(table === 'tip_identities' ? tipKeys : masterKeys);
    left += await inRole(client, { isForced: await isForced(client, table) }, () =>
      count(client, table, column, seals),
    );
  }
  return left;
}

async function count(client: Client, table: string, column: string, seals: number): Promise<number> {
  const [from, name] = [escapeIdentifier(table), escapeIdentifier(column)];
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from ${from} where ${name} ~ '^k[0-9]+[.]' and not starts_with(${name}, 'k${seals}.')`,
  );
  return rows[0]?.n ?? 0;
}
