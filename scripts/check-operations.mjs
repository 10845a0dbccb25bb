/**
 * `npm run check:operations`: what an operator copies from docs/operations is checked by the programs that will read it:
 * promtool, nginx, systemd-analyze and docker compose. Debian: prometheus, nginx-light, systemd, docker-compose.
 * What is not installed is named and left out; `--all` then fails.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = dirname(import.meta.dirname);
const FILES = join(ROOT, 'docs/operations');
const folder = mkdtempSync(join(tmpdir(), 'hanan-operations-'));
const failed = [];

const CHECKS = [
  ['promtool', 'promtool', () => [['check', 'config', 'prometheus.yml'], ['check', 'rules', 'alerts.yml'], ['test', 'rules', 'alerts.test.yml']]],
  ['nginx', 'nginx', () => [['-t', '-q', '-p', folder, '-c', nginxFile()]]],
  ['systemd-analyze', 'systemd-analyze', () => [['verify', '--man=no', ...units()]]],
  ['docker compose', ...compose(), () => [['--env-file', composeSecrets(), '-f', join(ROOT, 'docker-compose.yml'), 'config', '--quiet']]],
]; // prettier-ignore

try {
  for (const [name, program, argsOf] of CHECKS) check(name, program, argsOf);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed.length > 0) {
  process.stderr.write(`\nFailed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}

function check(name, program, argsOf) {
  const [file, ...first] = program.split(' ');
  if (!isInstalled(file)) {
    process.stdout.write(`– ${name}: not installed\n`);
    if (process.argv.includes('--all')) failed.push(name);
    return;
  }
  for (const args of argsOf()) {
    const { status, stdout, stderr } = spawnSync(file, [...first, ...args], { cwd: FILES, encoding: 'utf8' });
    // systemd-analyze ends with 0 where it only warns, of a misspelt setting for instance.
    const isFine = status === 0 && !stderr.includes(folder);
    process.stdout.write(`${isFine ? '✓' : '✗'} ${name} ${args[0]} ${args[1] ?? ''}\n`);
    if (isFine) continue;
    process.stderr.write(`${stdout}${stderr}`);
    failed.push(name);
  }
}

function isInstalled(program) {
  return (
    spawnSync('sh', ['-c', `command -v "${program}"`], { env: { PATH: `${process.env.PATH}:/usr/sbin` } }).status === 0
  );
}

/** The plugin of today, or the program of before: both read the file without a daemon. */
function compose() {
  const hasPlugin = spawnSync('docker', ['compose', 'version']).status === 0;
  return [hasPlugin ? 'docker compose' : 'docker-compose'];
}

/** The site inside a whole configuration, with a certificate of its own and ports that anybody may open. */
function nginxFile() {
  mkdirSync(join(folder, 'logs'));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=hanan.example.gov.cn', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')], { stdio: 'ignore' }); // prettier-ignore
  const site = readFileSync(join(FILES, 'nginx.conf'), 'utf8')
    .replaceAll('/etc/hanan/tls/fullchain.pem', join(folder, 'cert.pem'))
    .replaceAll('/etc/hanan/tls/privkey.pem', join(folder, 'key.pem'));
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, `pid ${join(folder, 'nginx.pid')};\nevents {}\nhttp {\naccess_log off;\n${site}\n}\n`);
  return file;
}

/** The units as installed, but for the programs and the user, which this machine need not have. */
function units() {
  const source = join(FILES, 'systemd');
  const names = readdirSync(source).filter((name) => /\.(service|timer)$/.test(name));
  cpSync(source, folder, { recursive: true });
  for (const name of names) {
    const text = readFileSync(join(source, name), 'utf8');
    writeFileSync(join(folder, name), text.replaceAll('/usr/bin/node ', `${process.execPath} `));
  }
  return names.map((name) => join(folder, name));
}

/** A value for every variable that the compose file demands. */
function composeSecrets() {
  const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
  const names = new Set([...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name));
  const file = join(folder, 'compose.env');
  writeFileSync(file, [...names].map((name) => `${name}=x\n`).join(''));
  return file;
}
