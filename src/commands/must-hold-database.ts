import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Before the configuration is read, for that would make secrets in a folder that was only mistyped. */
export function mustHoldDatabase({ DATABASE_URL, DATA_DIR }: NodeJS.ProcessEnv): void {
  const dataDir = resolve(DATA_DIR?.trim() || '.data');
  if (!DATABASE_URL?.trim() && !existsSync(join(dataDir, 'postgres.password')))
    throw new Error(`${dataDir} 中没有数据库，请检查 DATA_DIR / There is no database in ${dataDir}. Check DATA_DIR.`);
}
