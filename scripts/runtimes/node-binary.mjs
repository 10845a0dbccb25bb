import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A folder with the binary `node` of that line (`22`, `20.19`), from the package of this system. The package `node` itself
 * fetches the same one by an install script, which newer versions of npm do not run.
 */
export function fetchNode(version, folder) {
  const home = join(folder, `node-${version}`);
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', `${name}@${version}`], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return join(home, 'node_modules', name, 'bin');
}
