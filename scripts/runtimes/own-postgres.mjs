import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server from another package's `bin` (`initdb`, `postgres`, `pg_isready`), with a superuser `postgres` and a free port. */
export async function startPostgres(bin, folder) {
  const user = process.getuid?.() === 0 ? accountOf('postgres') : {};
  const home = join(folder, 'postgres');
  mkdirSync(home, { mode: 0o700 });
  const passwordFile = join(home, 'password');
  const password = randomBytes(18).toString('hex');
  writeFileSync(passwordFile, password);
  if (user.uid) for (const path of [home, passwordFile]) chownSync(path, user.uid, user.gid);
  const data = join(home, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
    { ...user, cwd: home, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'fsync=off'];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
    {
      ...user,
      cwd: home,
      stdio: 'ignore',
    },
  );
  const ended = new Promise((done) => server.once('exit', done));
  await untilReady(() => execFileSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]));
  return {
    version: execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    url: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
    },
  };
}

async function untilReady(ask) {
  for (let left = 100; ; left -= 1) {
    try {
      return ask();
    } catch (fault) {
      if (left === 0) throw fault;
      await sleep(100);
    }
  }
}

function accountOf(name) {
  const ask = (flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
