import type { Case } from '../case';
import { always, before, chemical, job, large, row, set, strict, type Way, type When } from './way';

const HEARD: Partial<Case> = { machine: 'chip', way: 'offline-code', asker: 'welder', photo: false };

/** Where one tap of the hour has just been given, so that a code of one hour can be had. */
const coded: When = (c) => job(c) && large(c) && strict(c) && c.watcher === 'watcher' && c.regime === 'general';

/** Who asks for power with which card and machine: D20, D28. */
export const POWER: readonly Way[] = [
  row('D20 photo', 'started for the welder without photo', job, set({ asker: 'watcher', photo: false }), 2),
  row('D20 photo', 'safety officer starts, no photo', job, set({ asker: 'safety', photo: false })),
  row('D20 photo', 'safety officer starts, with photo', job, set({ asker: 'safety', photo: true })),
  row('starter', 'the manager starts for the welder', job, set({ asker: 'manager', photo: true }), 0.7),
  row('starter', 'another welder starts for the welder', job, set({ asker: 'other-welder', photo: true }), 0.7),
  row('certificate', 'none', always, set({ welder: 'none' })),
  row('certificate', 'expired', always, set({ welder: 'expired' })),
  row('D28 not yet', 'not yet valid', always, set({ welder: 'not-yet' })),
  row('certificate', 'unverified', always, set({ welder: 'unverified' })),
  row('certificate', 'revoked', always, set({ welder: 'revoked' })),
  row('certificate', 'forged', always, set({ welder: 'forged' })),
  row('certificate', 'other operation', always, set({ welder: 'brazing-only' })),
  row('certificate', "another person's number", always, set({ welder: 'anothers-number' })),
  row('certificate', 'review lapsed before the reform', always, set({ welder: 'review-lapsed' })),
  row('certificate', 'review abolished', always, set({ welder: 'review-abolished' })),
  row('welder', 'untrained', always, set({ welder: 'untrained' })),
  row('welder', 'busy on another machine', job, set({ busy: true })),
  row('machine', 'held by another job', job, set({ inUse: true })),
  row('machine', 'check overdue', job, set({ machine: 'overdue' })),
  row('machine', 'suspended', job, set({ machine: 'suspended' })),
  row('machine', 'scrapped', job, set({ machine: 'scrapped' })),
  row('machine', 'lost', job, set({ machine: 'lost' })),
  row('chip', 'electric machine without chip', job, set({ machine: 'bare' })),
  row('chip', 'the manager makes it a gas set', job, set({ machine: 'bare', machinePatch: 'control' }), 1.5),
  row(
    'S1 machine',
    'the manager moves it to a town that only observes',
    (c) => job(c) && c.town === 'strict',
    set({ machinePatch: 'region', spot: 'none' }),
  ),
  row(
    'contractor',
    'a machine of neither party',
    (c) => c.workers === 'contractor' && c.machinesListed === 'none',
    set({ workers: "contractor, with a stranger's machine" }),
    4,
  ),
  row(
    'machine patch',
    'the manager calls it automatic, its welder is busy',
    job,
    set({ machinePatch: 'automatic', busy: true }),
  ),
  row(
    'machine patch',
    'the manager gives it a second outlet',
    job,
    set({ machinePatch: 'outlets', inUse: true, outlet: 2 }),
  ),
  row('D22 sticker', 'a sticker that nobody issued', job, set({ sticker: 'unknown' })),
  row('chip', 'tampered', job, set({ machine: 'tampered' })),
  row('chip', 'not heard of', job, set({ machine: 'unheard' })),
  row('offline', 'a code for a chip that is heard', coded, set(HEARD), 2),
  row(
    'offline',
    'heard, and the watcher has said on the spot that there is no signal',
    coded,
    (c) => before({ kind: 'no-signal', by: 'watcher', spot: 'there' })(set(HEARD)(c)),
    2,
  ),
  row('offline', 'heard, and the watcher has said so from afar', coded, (c) =>
    before({ kind: 'no-signal', by: 'watcher', spot: 'far' })(set(HEARD)(c)),
  ),
  row('offline', 'heard, and the welder has said so', coded, (c) =>
    before({ kind: 'no-signal', by: 'welder', spot: 'there' })(set(HEARD)(c)),
  ),
  row('offline', 'not heard, half an hour after the tap', coded, (c) =>
    before({ kind: 'wait', minutes: 30 })(set({ ...HEARD, machine: 'unheard' })(c)),
  ),
  row(
    'offline',
    'code at special level',
    (c) => chemical(c) && c.yes.includes('running-equipment'),
    set({ machine: 'unheard', way: 'offline-code', asker: 'welder' }),
    4,
  ),
  row('handover', 'to a welder whose card expired', (c) => c.way === 'handover', set({ welder: 'expired' }), 12),
];
