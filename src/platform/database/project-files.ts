import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The same in `src` and in `dist/src`: migrations and seeds are compiled beside it. */
const ROOT = join(__dirname, '../../..');

/** The folder of the checkout, where `web/dist` and `docs` lie: the build is `dist` below it. */
export const projectRoot = (): string => (basename(ROOT) === 'dist' ? dirname(ROOT) : ROOT);

/** The modules of a folder whose names begin with a digit, in the order of their names; helpers beside them are skipped. */
export async function numberedModules(folder: string): Promise<Record<string, unknown>[]> {
  if (!existsSync(join(ROOT, folder))) return [];
  const files = readdirSync(join(ROOT, folder))
    .filter((name) => /^\d.*\.(ts|js)$/.test(name) && !name.endsWith('.d.ts'))
    .sort();
  const modules: Record<string, unknown>[] = [];
  for (const file of files) modules.push((await import(join(ROOT, folder, file))) as Record<string, unknown>);
  return modules;
}
