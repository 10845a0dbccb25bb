import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { signIn, type Person } from '../support/site';
import { ChipsAtWork } from './harness/chips-at-work';
import type { Fault } from './harness/fault';
import { ADMIN_PASSWORD, Installation, reached } from './harness/installation';
import { until } from './harness/wait';

const DISK = '600m';

/**
 * 15. The disk under the embedded database and everything else runs full. Writes are refused with 507 or 503, readiness
 * tells, no chip hears of a message as stored that is not; with room again all goes on by itself.
 */
export const fullDisk: Fault = {
  name: '15',
  title: 'disk full (a small tmpfs)',
  lacks: () =>
    process.platform === 'linux' && process.getuid?.() === 0 && mayMount()
      ? null
      : 'a small tmpfs needs the right to mount: run as root on Linux, in a container with CAP_SYS_ADMIN',
  async tryIt(trial) {
    const times = trial.isLong ? 10 : 1;
    const folder = trial.prepared.empty('disk');
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=0711`, 'tmpfs', folder]);
    try {
      trial.prepared.copyTo(folder);
      const at = await Installation.make({ ...trial, name: 'disk', embedded: true, dataDir: folder });
      try {
        const platform = await at.start();
        const admin = await signIn(reached(platform), 'admin', ADMIN_PASSWORD);
        const chips = await ChipsAtWork.enroll(at, 4);
        chips.begin();
        let refused = 0;
        for (let n = 0; n < times; n += 1) {
          const goal = chips.told + 100 + Math.floor(trial.random() * 200);
          await until('message', () => Promise.resolve(chips.told >= goal));
          const filler = join(folder, 'filler');
          fillDisk(filler);
          await until('readiness that tells of it', async () => {
            const { status, parts } = await platform.readiness();
            return status === 503 && parts['storage'] === 'down';
          });
          refused += await writesUntilRefused(admin);
          rmSync(filler);
          await until('readiness', async () => (await platform.readiness()).status === 200);
          await until('write', async () => (await writeSomething(admin)).status === 201);
        }
        await chips.end();
        const { messages, lost, doubled } = await chips.account();
        return {
          tried: `${times} times, ${refused} writes refused with 507 or 503; ${messages} messages`,
          lost,
          doubled,
        };
      } finally {
        await at.close();
      }
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  },
};

function mayMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', '/mnt'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

function fillDisk(file: string): void {
  const out = openSync(file, 'w');
  try {
    for (const block of [Buffer.alloc(1 << 20), Buffer.alloc(1 << 12)]) writeUntilFull(out, block);
  } finally {
    closeSync(out);
  }
}

function writeUntilFull(out: number, block: Buffer): void {
  try {
    for (;;) writeSync(out, block);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOSPC') throw fault;
  }
}

let serial = 0;

/** A user with a long name needs room in several tables. */
const writeSomething = (admin: Person) =>
  admin.post('/users', {
    ...{ username: `disk-${(serial += 1)}`, password: 'Test-Password-2026', name: '测试'.repeat(15) },
    ...{ roles: ['regulator'], regionCode: '411003' },
  });

/** What fits into a page that is there already is still written, and rightly answered with 201. */
async function writesUntilRefused(admin: Person): Promise<number> {
  let refused = 0;
  await until('write that is refused', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => writeSomething(admin)));
    for (const { status, headers, body } of answers) {
      const isClear = [507, 503].includes(status) && headers['retry-after'] !== undefined;
      assert.ok(status === 201 || isClear, `${status} ${JSON.stringify(body)}`);
      if (isClear) refused += 1;
    }
    return refused > 0;
  });
  return refused;
}
