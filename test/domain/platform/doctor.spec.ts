import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time';
import {
  judgeBackup,
  judgeClock,
  judgeDisk,
  judgeFiles,
  judgeMigrations,
  judgeMode,
  judgeOldestTransaction,
  judgeServer,
} from '../../../src/platform/doctor/judge';

import { judgeCertificate } from '../../../src/platform/doctor/examine-certificates';
import { judgeArchiver, judgeLog, judgeSlot } from '../../../src/platform/doctor/examine-server';
import {
  judgeChips,
  judgeConsumer,
  judgeMessages,
  judgePartitions,
  judgeQueue,
  judgeRetention,
} from '../../../src/modules/operations/doctor/judge-house';
import { judgeJwt, judgeSealed, judgeSearchKey } from '../../../src/platform/doctor/examine-keys';

const GIB = 1024 ** 3;
const AT = Date.UTC(2026, 10, 28);

const slot = { name: 'standby', active: true, kept: 0, lost: false };
const archiver = { on: true, failedSinceLast: false, file: null };
const lag = (minutes: number | null) => ({
  ...{ name: 'notices', waiting: 3, movedAt: AT },
  oldestAt: minutes === null ? null : AT - minutes * MINUTE,
});
const messages = { waiting: 0, retrying: 0, dead: 0, oldestDueAt: null };
const queue = { name: 'lanes', waiting: 0, active: 0, failed: 0 };
const days = (oldest: string, newest: string) => [{ table: 'samples', count: 2, oldest, newest }];
const chips = (heard: number, quiet: number, never: number) => [
  { state: 'in-stock' as const, count: 900 },
  { state: 'heard' as const, count: heard },
  { state: 'quiet' as const, count: quiet },
  { state: 'never-heard' as const, count: never },
];

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
    ['no samples yet', judgePartitions([], '2026-11-29', '2026-08-29'), 'fine'],
    ['tomorrow is there', judgePartitions(days('2026-08-29', '2026-11-29'), '2026-11-29', '2026-08-29'), 'fine'],
    ['tomorrow is missing', judgePartitions(days('2026-08-29', '2026-11-28'), '2026-11-29', '2026-08-29'), 'warning'],
    [
      'a day that should be gone',
      judgePartitions(days('2026-08-28', '2026-11-29'), '2026-11-29', '2026-08-29'),
      'warning',
    ],
    ['a log of twice its aim and a little', judgeLog({ bytes: 3 * GIB, aim: GIB }), 'fine'],
    ['a longer log', judgeLog({ bytes: 3 * GIB + 1, aim: GIB }), 'warning'],
    ['a log that is not shown', judgeLog({ bytes: null, aim: GIB }), 'warning'],
    ['a slot in use', judgeSlot({ ...slot, kept: 9 * GIB }), 'fine'],
    ['a slot that nobody uses', judgeSlot({ ...slot, active: false, kept: GIB }), 'warning'],
    ['a slot that fills the disk', judgeSlot({ ...slot, active: false, kept: GIB + 1 }), 'fault'],
    ['a slot that is lost', judgeSlot({ ...slot, lost: true }), 'fault'],
    ['no archiving', judgeArchiver({ ...archiver, on: false, failedSinceLast: true }), 'fine'],
    ['archiving', judgeArchiver(archiver), 'fine'],
    ['archiving that fails', judgeArchiver({ ...archiver, failedSinceLast: true, file: '01' }), 'fault'],
    ['a certificate for 14 days and a moment', judgeCertificate('f', AT + 14 * DAY + 1, AT), 'fine'],
    ['a certificate for 14 days', judgeCertificate('f', AT + 14 * DAY, AT), 'warning'],
    ['a certificate that ended', judgeCertificate('f', AT, AT), 'fault'],
    ['no certificate in the file', judgeCertificate('f', null, AT), 'fault'],
    ['nothing too old', judgeRetention([]), 'fine'],
    ['something too old', judgeRetention(['outbox']), 'fault'],
    ['a consumer without work', judgeConsumer(lag(null), AT), 'fine'],
    ['a consumer four minutes behind', judgeConsumer(lag(4), AT), 'fine'],
    ['a consumer five minutes behind', judgeConsumer(lag(5), AT), 'warning'],
    ['a consumer an hour behind', judgeConsumer(lag(60), AT), 'fault'],
    ['no messages', judgeMessages(messages, AT), 'fine'],
    ['a dead message', judgeMessages({ ...messages, dead: 1 }, AT), 'warning'],
    ['a message 14 minutes late', judgeMessages({ ...messages, oldestDueAt: AT - 14 * MINUTE }, AT), 'fine'],
    ['a message 15 minutes late', judgeMessages({ ...messages, oldestDueAt: AT - 15 * MINUTE }, AT), 'fault'],
    ['a queue of a thousand', judgeQueue({ ...queue, waiting: 1_000 }), 'fine'],
    ['a longer queue', judgeQueue({ ...queue, waiting: 1_001 }), 'warning'],
    ['a dead letter', judgeQueue({ ...queue, name: 'lanes-dead', waiting: 1 }), 'warning'],
    ['no dead letter', judgeQueue({ ...queue, name: 'lanes-dead' }), 'fine'],
    ['half of the chips silent', judgeChips(chips(10, 6, 4)), 'fine'],
    ['more than half of the chips silent', judgeChips(chips(9, 6, 4)), 'warning'],
    ['chips in stock alone', judgeChips(chips(0, 0, 0)), 'fine'],
    ['a transaction of five minutes', judgeOldestTransaction(300), 'fine'],
    ['a longer one', judgeOldestTransaction(301), 'warning'],
    ['files as they were stored', judgeFiles(3, []), 'fine'],
    ['a file that was changed', judgeFiles(3, ['F1']), 'fault'],
  ] as const)('%s', (_, found, grade) => {
    expect(found.grade).toBe(grade);
    expect([found.zh === '', found.en === '']).toEqual([false, false]);
  });
});
