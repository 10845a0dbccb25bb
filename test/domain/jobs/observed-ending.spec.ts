import type { ChipObservation } from '../../../src/domain/arcs/arc';
import { observedEnding } from '../../../src/domain/jobs/observed-ending';

const quiet: ChipObservation = {
  chipNo: 'TEST00000001', machineId: 'M1', boot: 7, at: 2_000, restarted: false, startedAnewAt: null, relay: 'closed', relayCode: null, tamperOpened: false, arcOn: false,
  lastArcAt: null, arcMsByJob: new Map(), offlineUnlocks: [],
}; // prettier-ignore
const online = { boot: 7, source: 'online', runningAt: 1_000 } as const;
const offline = { ...online, source: 'offline' } as const;

describe('what a chip’s message ends', () => {
  it.each([
    ['nothing, while all is well', online, {}, null],
    ['a later boot: power was lost', online, { boot: 8 }, 'chip-restarted'],
    ['an earlier boot: news of the past', online, { boot: 6 }, null],
    ['tampering', online, { tamperOpened: true }, 'tamper'],
    [
      'a restart that shows tampering is first of all a restart',
      online,
      { boot: 8, tamperOpened: true },
      'chip-restarted',
    ],
    ['an open relay of an online job: its answer may be on the way', online, { relay: 'open' }, null],
    ['C5 an open relay of an online job, as late as its clock may be off', online, { relay: 'open', at: 3_000 }, null],
    [
      'C5 an open relay of an online job one ms later: opened by itself',
      online,
      { relay: 'open', at: 3_001 },
      'chip-opened',
    ],
    ['C16 another start under the same number', online, { startedAnewAt: 1_001 }, 'chip-restarted'],
    ['C16 another start, before the job began', online, { startedAnewAt: 1_000 }, null],
    ['an open relay of an offline job', offline, { relay: 'open' }, 'finished'],
    ['an open relay at the moment it began', offline, { relay: 'open', at: 1_000 }, null],
    ['an open relay one ms later', offline, { relay: 'open', at: 1_001 }, 'finished'],
  ] as const)('%s', (_, job, change, expected) => expect(observedEnding(job, { ...quiet, ...change })).toBe(expected));
});
