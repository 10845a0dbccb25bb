import { DAY, HOUR, SECOND } from '../../../src/kernel/time';
import {
  judgeBackup,
  judgeClock,
  judgeDisk,
  judgeFiles,
  judgeMigrations,
  judgeMode,
  judgeOldestTransaction,
  judgePartitions,
  judgeServer,
} from '../../../src/platform/doctor/judge';

import { judgeJwt, judgeSealed, judgeSearchKey } from '../../../src/platform/doctor/examine-keys';

const GIB = 1024 ** 3;
const AT = Date.UTC(2026, 10, 28);

describe('the doctor says what is wrong', () => {
  it.each([
    ['PostgreSQL 14', judgeServer(140_012), 'fault'],
    ['PostgreSQL 15', judgeServer(150_001), 'fine'],
    ['PostgreSQL 18', judgeServer(180_004), 'fine'],
    ['PostgreSQL 19', judgeServer(190_000), 'fault'],
    ['a migration to be run', judgeMigrations(['a', 'b'], ['a']), 'warning'],
    ['a migration of a newer program', judgeMigrations(['a'], ['a', 'z']), 'fault'],
    ['all migrations done', judgeMigrations(['a'], ['a']), 'fine'],
    ['clocks one second apart', judgeClock(-SECOND), 'fine'],
    ['clocks a little more apart', judgeClock(SECOND + 1), 'warning'],
    ['clocks five seconds apart', judgeClock(5 * SECOND), 'warning'],
    ['clocks more than five seconds apart', judgeClock(-5 * SECOND - 1), 'fault'],
    ['one search key in use', judgeSearchKey(1, 1), 'fine'],
    ['a search key that waits', judgeSearchKey(1, 2), 'warning'],
    ['a search key that is missing', judgeSearchKey(2, 1), 'fault'],
    ['everything under the newest key', judgeSealed(0, false), 'fine'],
    ['one value under an old key', judgeSealed(1, false), 'warning'],
    ['a key that does not seal yet', judgeSealed(0, true), 'warning'],
    ['a JWT secret that does not sign yet', judgeJwt({ secret: '', until: null }, AT), 'warning'],
    ['a JWT secret that runs out', judgeJwt({ secret: '', until: AT + 1 }, AT), 'fine'],
    ['less than one GiB free', judgeDisk(GIB - 1, 4 * GIB), 'fault'],
    ['less than a tenth free', judgeDisk(9 * GIB, 100 * GIB), 'warning'],
    ['a tenth free', judgeDisk(10 * GIB, 100 * GIB), 'fine'],
    ['a secret for its owner', judgeMode('f', 0o100600), 'fine'],
    ['a secret for a group', judgeMode('f', 0o100640), 'fault'],
    ['no backup ever', judgeBackup(null, false, AT), 'warning'],
    ['a backup of 25 hours ago', judgeBackup(AT - DAY - HOUR, true, AT), 'fine'],
    ['an older backup', judgeBackup(AT - DAY - HOUR - 1, true, AT), 'warning'],
    ['a backup that was not read again', judgeBackup(AT - HOUR, false, AT), 'warning'],
    ['no samples yet', judgePartitions([], '20261129'), 'fine'],
    ['tomorrow is there', judgePartitions(['20261128', '20261129'], '20261129'), 'fine'],
    ['tomorrow is missing', judgePartitions(['20261128'], '20261129'), 'warning'],
    ['a transaction of five minutes', judgeOldestTransaction(300), 'fine'],
    ['a longer one', judgeOldestTransaction(301), 'warning'],
    ['files as they were stored', judgeFiles(3, []), 'fine'],
    ['a file that was changed', judgeFiles(3, ['F1']), 'fault'],
  ] as const)('%s', (_, found, grade) => {
    expect(found.grade).toBe(grade);
    expect([found.zh === '', found.en === '']).toEqual([false, false]);
  });
});
