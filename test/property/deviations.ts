import { CONFINED_AIR, good, type Case, type GasSpec } from './case';
import { RAISES_SMALL } from './oracle/time-law';
import type { Reading } from './oracle/world';

/** One way off the honest path; the oracle says whether it matters. `kind` is the finding it belongs to. */
export interface Deviation {
  readonly kind: string;
  readonly name: string;
  readonly applies: (c: Case) => boolean;
  readonly change: (c: Case) => Case;
  readonly weight?: number;
}

type When = (c: Case) => boolean;
const always: When = () => true;
const onPermit: When = (c) => c.permitted === 'permit';
const strict: When = (c) => c.town !== 'lenient';
const chemical: When = (c) => onPermit(c) && c.regime === 'chemical';
const small: When = (c) => onPermit(c) && c.regime === 'small';
const large: When = (c) => onPermit(c) && c.regime !== 'small';
const gasAsked: When = (c) => onPermit(c) && c.gasTests.length > 0;
const confined: When = (c) => onPermit(c) && c.kinds.includes('confined-space');
const job: When = (c) => c.way === 'job';

const set =
  (change: Partial<Case>) =>
  (c: Case): Case => ({ ...c, ...change });

const row = (kind: string, name: string, applies: When, change: (c: Case) => Case, weight = 1): Deviation => ({
  kind,
  name,
  applies,
  change,
  weight,
});

/** A last test that says this; a good one before it counts for nothing. */
const measure =
  (readings: readonly Reading[], age = 2) =>
  (c: Case): Case => ({ ...c, gasTests: [...c.gasTests.slice(0, -1), { readings, age }] });

const replaced =
  (...changes: readonly Reading[]) =>
  (c: Case): Case => ({
    ...c,
    gasTests: [
      {
        age: 2,
        readings: [...CONFINED_AIR.filter(({ gas }) => !changes.some((other) => other.gas === gas)), ...changes],
      },
    ],
  });

const aged =
  (age: number) =>
  (c: Case): Case => ({ ...c, gasTests: c.gasTests.map((test): GasSpec => ({ ...test, age })) });

const before =
  (...happenings: Case['before']) =>
  (c: Case): Case => ({ ...c, before: [...c.before, ...happenings] });
const after =
  (...happenings: Case['after']) =>
  (c: Case): Case => ({ ...c, after: [...c.after, ...happenings] });

const named = (c: Case, test: number): Reading[] => c.gases.map((gas) => ({ gas, value: test, unit: '%vol' }));

export const DEVIATIONS: readonly Deviation[] = [
  row(
    'D1 regime',
    'general in a chemical plant',
    (c) => chemical(c),
    set({ regime: 'general', yes: [], gases: [], gasTests: [] }),
  ),
  row('D1 regime', 'small in a chemical plant', chemical, (c) => ({
    ...c,
    regime: 'small',
    kinds: [],
    yes: [],
    gases: [],
    gasTests: [],
    watcher: 'occupier',
    starter: 'applicant',
    hours: 2,
  })),
  row(
    'D1 regime',
    'construction in a chemical plant',
    (c) => chemical(c) && c.phase === 'workday',
    set({ regime: 'construction', yes: [], gases: [], gasTests: [] }),
  ),
  row(
    'D1 site',
    'circle touches a building site',
    (c) => onPermit(c) && (c.trade === 'manufacturing' || c.regime === 'small'),
    set({ hostTrade: 'construction', hostBy: 'site' }),
  ),
  row(
    'D1 regime',
    'contractor files general at a chemical plant',
    (c) => large(c) && c.trade === 'manufacturing',
    set({ hostTrade: 'chemical' }),
    2,
  ),
  row('D1 regime', 'contractor files small at a chemical plant', (c) => small(c), set({ hostTrade: 'chemical' }), 2),
  row(
    'D1 site',
    'circle touches the site of a chemical plant',
    (c) => onPermit(c) && (c.trade === 'manufacturing' || c.regime === 'small'),
    set({ hostTrade: 'chemical', hostBy: 'site' }),
  ),
  row('D2 two people', "occupier's phone is the applicant's", small, set({ occupierPhone: 'applicant' })),
  row('D2 two people', "occupier's phone is the welder's", small, set({ occupierPhone: 'welder' })),
  row('D2 two people', "occupier's phone is a colleague's", small, set({ occupierPhone: 'colleague' })),
  row('D2 two people', "occupier's phone is the watcher's", small, set({ occupierPhone: 'colleague-watcher' })),
  row('D2 two people', 'occupier never confirms', small, set({ occupierConfirms: false })),
  row('D2 small place', 'small in a confined space', small, (c) => ({
    ...c,
    kinds: ['confined-space'],
    gases: ['methane'],
    gasTests: [{ age: 2, readings: CONFINED_AIR }],
  })),
  row('D2 small place', 'small under sandwich panel', small, set({ kinds: ['sandwich-panel'] })),
  row('D2 small place', 'third small in a week', small, set({ smallBefore: 2 }), 0.7),
  row('D2 small place', 'second small in a week', small, set({ smallBefore: 1 }), 0.5),
  row(
    'small raised',
    'live-in without grid worker',
    small,
    set({ kinds: ['live-in-business'], gridWorker: false, watcher: 'watcher', starter: 'watcher' }),
  ),
  row(
    'small raised',
    'crowded without grid worker',
    small,
    set({ kinds: ['crowded'], gridWorker: false, watcher: 'watcher', starter: 'watcher' }),
  ),
  row(
    'small raised',
    'live-in without watcher',
    small,
    set({ kinds: ['live-in-business'], gridWorker: true, watcher: 'occupier', starter: 'applicant' }),
  ),
  row('D3 mixed meter', '33 %LEL on a meter for all', gasAsked, (c) =>
    measure([{ gas: 'combustible', value: 33, unit: '%LEL' }])(c),
  ),
  row('D3 mixed meter', '12 %LEL, ammonia and methane named', chemical, (c) => ({
    ...measure([{ gas: 'combustible', value: 9, unit: '%LEL' }])(c),
    gases: ['ammonia', 'methane'],
  })),
  row('D3 mixed meter', '3 %LEL, ammonia named', chemical, (c) => ({
    ...c,
    gases: ['ammonia'],
    kinds: [],
    gasTests: [{ age: 2, readings: [{ gas: 'combustible', value: 3, unit: '%LEL' }] }],
  })),
  row(
    'D3 limits',
    'methane 0.6 %vol',
    (c) => gasAsked(c) && c.gases.includes('methane'),
    (c) => measure(named(c, 0.6))(c),
  ),
  row(
    'D3 limits',
    'just over the limit',
    (c) => gasAsked(c) && c.gases.length > 0,
    (c) => measure(c.gases.map((gas) => ({ gas, value: gas === 'methane' ? 0.51 : 0.21, unit: '%vol' })))(c),
  ),
  row(
    'D3 limits',
    'just under the limit',
    (c) => gasAsked(c) && c.gases.length > 0 && !confined(c),
    (c) => measure(c.gases.map((gas) => ({ gas, value: gas === 'methane' ? 0.5 : 0.2, unit: '%vol' })))(c),
  ),
  row(
    'D3 limits',
    'methane 6,000 ppm',
    (c) => gasAsked(c) && c.gases.includes('methane'),
    measure([{ gas: 'methane', value: 6_000, unit: 'ppm' }]),
  ),
  row(
    'D3 limits',
    'bad, then good',
    (c) => gasAsked(c),
    (c) => ({
      ...c,
      gasTests: [
        {
          age: 2,
          readings: named(c, 0.9).concat(c.gases.length ? [] : [{ gas: 'combustible', value: 40, unit: '%LEL' }]),
        },
        ...c.gasTests,
      ],
    }),
  ),
  row('D4 oxygen only', 'only oxygen measured', chemical, (c) => ({
    ...measure([{ gas: 'oxygen', value: 20.9, unit: '%vol' }])(c),
  })),
  row('D4 oxygen only', 'no gas named, only oxygen measured', chemical, (c) => ({
    ...measure([{ gas: 'oxygen', value: 20.9, unit: '%vol' }])(c),
    gases: [],
  })),
  row('D4 oxygen only', 'one of two gases measured', chemical, (c) => ({ ...c, gases: ['methane', 'propane'] })),
  row('D5 gas asked', 'no gas test', gasAsked, set({ gasTests: [] }), 2),
  row(
    'D5 gas asked',
    'confined space, no gas test',
    (c) => large(c) && c.kinds.length === 0,
    (c) => ({ ...c, kinds: ['confined-space'], gases: ['methane'], gasTests: [] }),
    2,
  ),
  row(
    'D5 gas asked',
    'vessel held flammables, no gas test',
    (c) => onPermit(c) && c.regime === 'general',
    (c) => ({ ...c, yes: [...new Set([...c.yes, 'flammables-held'])], gases: ['propane'], gasTests: [] }),
  ),
  row(
    'D5 gas asked',
    'vessel held flammables, no gas test (site)',
    (c) => onPermit(c) && c.regime === 'construction',
    set({ yes: ['vessels'], gases: ['gasoline'], gasTests: [] }),
  ),
  row(
    'D6 poison',
    'hydrogen sulfide 0.4 %vol',
    confined,
    replaced({ gas: 'hydrogen-sulfide', value: 0.4, unit: '%vol' }),
  ),
  row(
    'D6 poison',
    'hydrogen sulfide 40 mg/m³',
    confined,
    replaced({ gas: 'hydrogen-sulfide', value: 40, unit: 'mg/m³' }),
  ),
  row('D6 poison', 'hydrogen sulfide 3 ppm', confined, replaced({ gas: 'hydrogen-sulfide', value: 3, unit: 'ppm' })),
  row('D6 poison', 'carbon monoxide 90 ppm', confined, replaced({ gas: 'carbon-monoxide', value: 90, unit: 'ppm' })),
  row('D6 poison', 'oxygen 18 %', confined, replaced({ gas: 'oxygen', value: 18, unit: '%vol' })),
  row('D6 poison', 'oxygen 22.5 %', confined, replaced({ gas: 'oxygen', value: 22.5, unit: '%vol' })),
  row('D6 poison', 'oxygen not measured', confined, (c) =>
    measure(CONFINED_AIR.filter(({ gas }) => gas !== 'oxygen'))(c),
  ),
  row('gas time', 'sampled 25 min ago', gasAsked, aged(25)),
  row('gas time', 'sampled 31 min ago', gasAsked, aged(31)),
  row('gas time', 'sampled in the future', gasAsked, aged(-20), 0.5),
  row('gas time', 'sampled 10 min ago, 10 min pass', gasAsked, (c) =>
    before({ kind: 'wait', minutes: 10 })(aged(10)(c)),
  ),
  row('gas time', 'sampled 10 min ago, 25 min pass', gasAsked, (c) =>
    before({ kind: 'wait', minutes: 25 })(aged(10)(c)),
  ),
  row('gas time', 'interrupted 40 min, measured anew', gasAsked, (c) =>
    before(
      { kind: 'suspend', by: 'watcher' },
      { kind: 'wait', minutes: 40 },
      { kind: 'gas', test: c.gasTests.at(-1) ?? good() },
      { kind: 'resume', by: 'watcher' },
    )(c),
  ),
  row(
    'gas time',
    'interrupted 40 min, not measured anew',
    gasAsked,
    before({ kind: 'suspend', by: 'watcher' }, { kind: 'wait', minutes: 40 }, { kind: 'resume', by: 'watcher' }),
  ),
  row(
    'gas unit',
    'a unit that means nothing',
    gasAsked,
    (c) => measure(c.gases.map((gas) => ({ gas, value: 0.1, unit: 'bar' })))(c),
    2,
  ),
  row('D7 place', 'no position', strict, set({ spot: 'none' }), 2),
  row('D7 place', '0,0', strict, set({ spot: 'zero' })),
  row('D7 place', 'accuracy 5,000 m from afar', strict, set({ spot: 'coarse' })),
  row('D7 place', '1 km away', always, set({ spot: 'far' })),
  row('D7 place', 'just inside', always, set({ spot: 'edge-in' })),
  row('D7 place', 'just outside', strict, set({ spot: 'edge-out' })),
  row('D7 place', 'radius 2,000 m, 1 km away', (c) => onPermit(c) && strict(c), set({ radiusM: 2_000, spot: 'far' })),
  row(
    'D7 watch',
    'watcher signs on without position',
    (c) => onPermit(c) && strict(c) && c.watcher === 'watcher',
    set({ watchSpot: 'none' }),
  ),
  row(
    'D7 watch',
    'watcher signs on 1 km away',
    (c) => onPermit(c) && strict(c) && c.watcher === 'watcher',
    set({ watchSpot: 'far' }),
  ),
  row(
    'D7 watch',
    'watcher signs on with 5,000 m accuracy',
    (c) => onPermit(c) && strict(c) && c.watcher === 'watcher',
    set({ watchSpot: 'coarse' }),
  ),
  row('D8 desk', 'signed at the desk', chemical, set({ signFrom: 'none' })),
  row('D8 desk', 'signed 1 km away', chemical, set({ signFrom: 'far' })),
  row(
    'D8 desk',
    'building site not visited',
    (c) => onPermit(c) && c.regime === 'construction',
    set({ visit: false, signFrom: 'none' }),
  ),
  row('D8 urgent', 'urgent at a chemical plant', chemical, set({ urgent: true })),
  row('D9 chain', 'the last seat unsigned', large, set({ signers: 'without-last' })),
  row(
    'D9 chain',
    'the applicant signs for himself',
    large,
    set({ signers: 'applicant', applicant: 'safety', issuer: 'last' }),
  ),
  row('D9 chain', "another firm's people sign", large, set({ signers: 'strangers' })),
  row('D9 chain', 'filled in by the welder', large, set({ applicant: 'welder' })),
  row('D9 chain', 'issued by the manager', large, set({ issuer: 'manager' })),
  row('D9 chain', 'never issued', large, set({ issuer: 'nobody' })),
  row(
    'D10 raised',
    'special period declared meanwhile',
    (c) => large(c) && c.town === 'strict',
    before({ kind: 'period' }),
    2,
  ),
  row(
    'D11 open',
    'crowded',
    (c) => large(c),
    (c) => ({ ...c, kinds: [...new Set([...c.kinds, 'crowded'])] }),
    2,
  ),
  row('D11 open', 'public entertainment', large, (c) => ({
    ...c,
    kinds: [...new Set([...c.kinds, 'public-entertainment'])],
  })),
  row('D11 open', 'mixed use', large, (c) => ({ ...c, kinds: [...new Set([...c.kinds, 'mixed-use'])] })),
  row('D11 open', 'small venue', onPermit, (c) => ({ ...c, kinds: [...new Set([...c.kinds, 'small-venue'])] })),
  row('D11 open', 'public assembly', large, (c) => ({ ...c, kinds: [...new Set([...c.kinds, 'public-assembly'])] })),
  row(
    'D12 unanswered',
    'one question left open',
    large,
    (c) => ({
      ...c,
      unanswered: [
        { general: 'public-present', construction: 'no-fire-area', chemical: 'hazardous-place', small: '' }[c.regime],
      ],
    }),
    2,
  ),
  row('D12 unanswered', 'no question answered', large, set({ unanswered: ['*'] })),
  row(
    'D17 training',
    'watcher without training',
    (c) => onPermit(c) && c.watcher === 'watcher',
    set({ watcher: 'untrained-watcher' }),
    2,
  ),
  row('D20 photo', 'started for the welder without photo', job, set({ asker: 'watcher', photo: false }), 2),
  row('D20 photo', 'safety officer starts, no photo', job, set({ asker: 'safety', photo: false })),
  row('D20 photo', 'safety officer starts, with photo', job, set({ asker: 'safety', photo: true })),
  row('starter', 'the manager starts for the welder', job, set({ asker: 'manager', photo: true }), 0.7),
  row('starter', 'another welder starts for the welder', job, set({ asker: 'other-welder', photo: true }), 0.7),
  row(
    'D29 region',
    'region of the wish: a town that only observes',
    (c) => onPermit(c) && c.town === 'strict',
    (c) => ({ ...c, regionElsewhere: true, spot: 'none' }),
    2,
  ),
  row(
    'D29 region',
    'region of the wish, at the right place',
    (c) => onPermit(c) && c.town === 'strict',
    set({ regionElsewhere: true }),
  ),
  row(
    'period',
    'longer than allowed',
    onPermit,
    (c) => ({ ...c, hours: { small: 5, general: 9, construction: 24, chemical: 73 }[c.regime] }),
    1.5,
  ),
  row('period', 'begins in three hours', onPermit, set({ leadMinutes: 180 })),
  row('period', 'asked for 40 days ahead', onPermit, set({ leadMinutes: 40 * 1_440 })),
  row(
    'period',
    'over by now',
    (c) => onPermit(c) && c.way === 'job',
    (c) => before({ kind: 'wait', minutes: c.hours * 60 + 1 })(c),
  ),
  row('watch', 'the welder watches himself', onPermit, set({ watcher: 'welder' })),
  row(
    'watch',
    'never signs on',
    (c) => onPermit(c) && strict(c) && c.watcher === 'watcher',
    set({ watchSpot: 'never' }),
  ),
  row('watch', 'leaves', (c) => onPermit(c) && c.watcher === 'watcher', before({ kind: 'watch-off', by: 'watcher' })),
  row(
    'watch',
    'leaves and comes back',
    (c) => onPermit(c) && c.watcher === 'watcher',
    before(
      { kind: 'watch-off', by: 'watcher' },
      { kind: 'watch-on', spot: 'there' },
      { kind: 'resume', by: 'watcher' },
    ),
  ),
  row('measures', 'all but one', onPermit, set({ measures: 'all-but-one' })),
  row('measures', 'none', onPermit, set({ measures: 'none' })),
  row(
    'measures',
    'ticked by the manager at the desk',
    (c) => onPermit(c) && c.watcher === 'watcher',
    set({ measures: 'by-manager' }),
  ),
  row('standing', 'never started', onPermit, set({ starter: 'nobody' })),
  row('standing', 'started by the head', onPermit, set({ starter: 'head' })),
  row('standing', 'suspended', onPermit, (c) => before({ kind: 'suspend', by: 'safety' })(c)),
  row('standing', 'suspended and resumed', onPermit, (c) =>
    before({ kind: 'suspend', by: 'watcher' }, { kind: 'resume', by: 'watcher' })(c),
  ),
  row('standing', 'finished', onPermit, (c) =>
    before({ kind: 'finish', by: c.watcher === 'watcher' ? 'watcher' : 'applicant' })(c),
  ),
  row('standing', 'cancelled before the start', onPermit, (c) =>
    before({ kind: 'cancel', by: 'applicant' })({ ...c, starter: 'nobody', applicant: 'applicant' }),
  ),
  row('standing', 'no permit at all', always, set({ permitted: 'nothing' })),
  row(
    'named',
    'another welder of the firm',
    (c) => onPermit(c) && c.way === 'job',
    set({ welderAsks: 'unnamed', asker: 'welder', photo: false }),
  ),
  row(
    'named',
    'added, not confirmed',
    (c) => large(c) && c.way === 'job',
    (c) => before({ kind: 'amend', by: 'applicant' })({ ...c, welderAsks: 'unnamed', asker: 'welder' }),
  ),
  row(
    'named',
    'added and confirmed by the same',
    (c) => large(c) && c.way === 'job',
    (c) =>
      before(
        { kind: 'amend', by: 'applicant' },
        { kind: 'confirm-amendment', by: 'applicant' },
      )({ ...c, welderAsks: 'unnamed', asker: 'welder' }),
  ),
  row(
    'named',
    'added and countersigned',
    (c) => large(c) && c.way === 'job' && c.applicant === 'applicant',
    (c) =>
      before(
        { kind: 'amend', by: 'applicant' },
        { kind: 'confirm-amendment', by: 'last-approver' },
      )({ ...c, welderAsks: 'unnamed', asker: 'welder' }),
  ),
  row('named', 'another machine', onPermit, set({ machinesListed: 'another' })),
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
  row('chip', 'the manager makes it a gas set', job, set({ machine: 'patched' }), 1.5),
  row('chip', 'tampered', job, set({ machine: 'tampered' })),
  row('chip', 'not heard of', job, set({ machine: 'unheard' })),
  // open, see planted.md: a code for a chip that is heard
  row(
    'offline',
    'code at special level',
    (c) => chemical(c) && c.yes.includes('running-equipment'),
    set({ machine: 'unheard', way: 'offline-code', asker: 'welder' }),
    4,
  ),
  row('handover', 'to a welder whose card expired', (c) => c.way === 'handover', set({ welder: 'expired' }), 12),
  row('area', 'over', (c) => c.permitted === 'area', set({ areaHoursLeft: -1 }), 4),
  row('area', 'small hours left', (c) => c.permitted === 'area', set({ areaHoursLeft: 2 }), 2),
  row('at work', 'gas goes bad', gasAsked, (c) =>
    after({
      kind: 'gas',
      test: { age: 0, readings: c.gases.length ? named(c, 1.5) : [{ gas: 'combustible', value: 60, unit: '%LEL' }] },
    })(c),
  ),
  row(
    'at work',
    'the watcher leaves',
    (c) => onPermit(c) && c.watcher === 'watcher',
    after({ kind: 'watch-off', by: 'watcher' }),
  ),
  row('at work', 'suspended', onPermit, after({ kind: 'suspend', by: 'safety' })),
  row(
    'D10 at work',
    'special period declared',
    (c) => large(c) && c.town === 'strict',
    after({ kind: 'period' }, { kind: 'wait', minutes: 2 }),
    2,
  ),
  row('D10 at work', 'night begins', (c) => chemical(c) && c.phase === 'dusk', after({ kind: 'wait', minutes: 37 }), 6),
  row(
    'noise',
    'people try what is not theirs',
    onPermit,
    set({ noise: ['approve-by-watcher', 'issue-early', 'edit-after-submit'] }),
    2,
  ),
];

export const isRaisedKind = (kind: string): boolean => RAISES_SMALL.includes(kind);
