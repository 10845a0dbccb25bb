import { daysOffline } from './02-days-offline';
import { killed } from './06-killed';
import { away } from './07-away';
import { flood } from './08-flood';
import { corpus } from './12-corpus';
import { smallPool } from './13-small-pool';
import { backup } from './14-backup';
import { fullDisk } from './15-full-disk';
import { steppedClock } from './16-stepped-clock';
import { paused } from './17-paused';
import { dyingLine } from './18-dying-line';
import { inTests } from './in-tests';
import { revoked } from './revoked';
import { recovery } from './recovery';
import { upgrade } from './upgrade';
import type { Fault } from './harness/fault';

const OWN: readonly Fault[] = [
  ...[daysOffline, killed, away, flood, corpus, smallPool, backup, fullDisk, steppedClock, paused, dyingLine],
];

/** In the order of docs/quality.md. */
export const FAULTS: readonly Fault[] = [
  ...[...OWN, ...inTests].sort((a, b) => Number(a.name) - Number(b.name)),
  ...[revoked, recovery, upgrade],
];
