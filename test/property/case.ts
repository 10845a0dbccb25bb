import type { MachineKind, Staff, Town, WelderKind } from './cast';
import type { Phase } from './clock';
import type { Board, Reading, Regime, SiteFacts, Trade } from './oracle/world';

/** Where somebody stands, seen from the middle of the place. */
export type Spot = 'there' | 'edge-in' | 'edge-out' | 'far' | 'coarse' | 'zero' | 'none';

export interface GasSpec {
  readonly readings: readonly Reading[];
  /** Minutes between sampling and recording. */
  readonly age: number;
}

/** One thing that happens after `start` and before power is asked for, or after power was given. */
export type Happening =
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'gas'; readonly test: GasSpec }
  | { readonly kind: 'suspend' | 'resume' | 'finish' | 'cancel' | 'watch-off' | 'tap'; readonly by: Staff }
  | { readonly kind: 'watch-on'; readonly spot: Spot }
  /** All of them once more, by whoever looked at them first. */
  | { readonly kind: 'measures' }
  | { readonly kind: 'amend'; readonly by: Staff }
  | { readonly kind: 'confirm-amendment'; readonly by: Staff | 'last-approver' }
  | { readonly kind: 'extend'; readonly hours: number; readonly signed: boolean }
  | { readonly kind: 'no-signal'; readonly by: Staff | 'welder'; readonly spot: Spot }
  | { readonly kind: 'stop'; readonly by: 'inspector' | 'regulator' }
  | {
      readonly kind: 'close';
      readonly by: Staff;
      readonly spot: Spot;
      readonly photo: boolean;
      readonly fire?: boolean;
    }
  | { readonly kind: 'period' };

/** A site that the place touches, of the firm itself or of another one. */
export interface SiteSpec {
  readonly of: 'own' | Trade;
  readonly facts: SiteFacts;
  readonly confirmed: boolean;
  /** From the middle of the work; its radius is 100 m. */
  readonly metres?: number;
  readonly changes: readonly {
    readonly by: 'manager' | 'regulator';
    readonly to: Partial<SiteFacts>;
    readonly away?: boolean;
  }[];
}

/** What a manager writes into a machine's record. */
export type MachinePatch = 'control' | 'automatic' | 'outlets' | 'region';

export interface Case {
  readonly base: string;
  readonly phase: Phase;
  readonly town: Town;
  /** A welder without any enterprise, with a machine of their own. */
  readonly selfEmployed: boolean;
  /** Of the enterprise that asks. */
  readonly trade: Trade;
  /** At whose place by the field of the form, where that is another enterprise's. */
  readonly hostTrade?: Trade;
  /** What the map knows of the place. */
  readonly site?: SiteSpec;
  readonly regime: Regime;
  readonly yes: readonly string[];
  readonly unanswered: readonly string[];
  /** Answers no to what the kinds of the site answer. */
  readonly denies: boolean;
  readonly kinds: readonly string[];
  readonly gases: readonly string[];
  readonly hours: number;
  readonly leadMinutes: number;
  readonly radiusM: number;
  readonly applicant: Staff | 'welder';
  readonly urgent: boolean;
  readonly occupierPhone: 'stranger' | 'applicant' | 'welder' | 'colleague' | 'colleague-watcher';
  readonly watcher: 'watcher' | 'untrained-watcher' | 'welder' | 'occupier';
  readonly smallBefore: number;
  /** How far each of them moved its pin; the people are the same. */
  readonly smallMovedM: number;
  /** The caller writes a region of his wish. */
  readonly regionElsewhere: boolean;
  readonly signers: 'chain' | 'reversed' | 'without-last' | 'applicant' | 'strangers';
  readonly signFrom: Spot;
  readonly visit: boolean;
  readonly occupierConfirms: boolean;
  /** Where nobody else is named, the occupier says that he watches. */
  readonly occupierWatches: boolean;
  readonly gridWorker: 'signs' | 'first' | 'never';
  readonly issuer: Staff | 'last' | 'nobody';
  readonly watchSpot: Spot | 'never';
  /** Whoever signs on scans the signboard, too. */
  readonly bindsBoard: boolean;
  /** Whom another permit names at the same time: its watcher stands there. */
  readonly elsewhere?: 'watcher' | 'welder';
  /** Of a fixed place: an official bound its signboard. */
  readonly areaBoard: boolean;
  /** The chemical form with or without its work plan and video. */
  readonly form: 'full' | 'bare';
  readonly measures: 'all' | 'all-but-one' | 'none' | 'by-manager';
  readonly gasTests: readonly GasSpec[];
  readonly starter: Staff | 'the-watcher' | 'nobody';
  readonly before: readonly Happening[];
  readonly permitted: 'permit' | 'area' | 'nothing';
  readonly areaHoursLeft: number;
  readonly welder: WelderKind;
  /** The one who asks is the named one, or another valid one of the firm. */
  readonly welderAsks: 'named' | 'unnamed';
  readonly machine: MachineKind;
  /** Whose machine it is, and whose welder: of the enterprise that asks, of its contractor, or a machine of neither. */
  readonly workers: 'firm' | 'contractor' | "contractor, with a stranger's machine";
  readonly machinePatch?: MachinePatch;
  /** The code that is scanned. */
  readonly sticker: 'own' | 'unknown';
  readonly outlet?: number;
  readonly machinesListed: 'this' | 'none' | 'another';
  readonly asker: 'welder' | 'watcher' | 'safety' | 'manager' | 'other-welder';
  readonly photo: boolean;
  readonly spot: Spot;
  readonly board?: Board;
  readonly way: 'job' | 'offline-code' | 'handover';
  readonly busy: boolean;
  readonly inUse: boolean;
  /** After power was given. */
  readonly after: readonly Happening[];
  /** Harmless tries of people whose word does not count. */
  readonly noise: readonly string[];
}

export const good = (gas: readonly string[] = ['methane'], age = 2): GasSpec => ({
  age,
  readings: gas.map((one) => ({ gas: one, value: 0.05, unit: '%vol' })),
});

export const CONFINED_AIR: readonly Reading[] = [
  { gas: 'methane', value: 0.02, unit: '%vol' },
  { gas: 'oxygen', value: 20.9, unit: '%vol' },
  { gas: 'hydrogen-sulfide', value: 1, unit: 'mg/m³' },
  { gas: 'carbon-monoxide', value: 2, unit: 'mg/m³' },
];

const PLAIN: Case = {
  base: 'general',
  phase: 'workday',
  town: 'strict',
  selfEmployed: false,
  trade: 'manufacturing',
  regime: 'general',
  yes: [],
  unanswered: [],
  denies: false,
  kinds: [],
  gases: [],
  hours: 3,
  leadMinutes: 0,
  radiusM: 100,
  applicant: 'applicant',
  urgent: false,
  occupierPhone: 'stranger',
  watcher: 'watcher',
  smallBefore: 0,
  smallMovedM: 0,
  regionElsewhere: false,
  signers: 'chain',
  signFrom: 'there',
  visit: true,
  occupierConfirms: true,
  occupierWatches: true,
  gridWorker: 'never',
  issuer: 'safety',
  watchSpot: 'there',
  bindsBoard: false,
  areaBoard: false,
  form: 'full',
  measures: 'all',
  gasTests: [],
  starter: 'the-watcher',
  before: [],
  permitted: 'permit',
  areaHoursLeft: 10_000,
  welder: 'valid',
  welderAsks: 'named',
  machine: 'gas',
  workers: 'firm',
  sticker: 'own',
  machinesListed: 'this',
  asker: 'welder',
  photo: false,
  spot: 'there',
  way: 'job',
  busy: false,
  inUse: false,
  after: [],
  noise: [],
};

interface Base {
  readonly name: string;
  readonly weight: number;
  readonly phases: readonly Phase[];
  readonly change: Partial<Case>;
}

const ANY: readonly Phase[] = ['workday', 'dusk', 'night', 'small-hours', 'rest-day'];
const CHEMICAL: Partial<Case> = { trade: 'chemical', regime: 'chemical', gases: ['methane'], gasTests: [good()] };

/** Honest work as it is done: each must reach power. */
export const BASES: readonly Base[] = [
  { name: 'general', weight: 5, phases: ANY, change: {} },
  { name: 'general, raised', weight: 2, phases: ANY, change: { yes: ['combustibles-stay'] } },
  { name: 'general, only observed', weight: 2, phases: ANY, change: { town: 'lenient', spot: 'none' } },
  { name: 'general, special period', weight: 1, phases: ANY, change: { town: 'special' } },
  { name: 'general, urgent', weight: 1, phases: ANY, change: { urgent: true } },
  { name: 'general, any machine', weight: 1, phases: ANY, change: { machinesListed: 'none', trade: 'catering' } },
  { name: 'general, started for the welder', weight: 2, phases: ANY, change: { asker: 'watcher', photo: true } },
  { name: 'general, handover', weight: 2, phases: ANY, change: { way: 'handover', asker: 'watcher', photo: true } },
  { name: 'general, chip', weight: 2, phases: ANY, change: { machine: 'chip' } },
  {
    name: 'general, chip without network',
    weight: 2,
    phases: ANY,
    change: { machine: 'unheard', way: 'offline-code' },
  },
  { name: 'general, filled in by the welder', weight: 1, phases: ANY, change: { applicant: 'welder' } },
  {
    name: 'general, vessel held flammables',
    weight: 2,
    phases: ANY,
    change: { yes: ['flammables-held'], gases: ['propane'], gasTests: [good(['propane'])] },
  },
  {
    name: 'general, confined',
    weight: 2,
    phases: ANY,
    change: { kinds: ['confined-space'], gases: ['methane'], gasTests: [{ age: 2, readings: CONFINED_AIR }] },
  },
  { name: 'general, crowded, closed', weight: 2, phases: ['night', 'small-hours'], change: { kinds: ['crowded'] } },
  {
    name: 'general, entertainment, closed',
    weight: 1,
    phases: ['small-hours'],
    change: { kinds: ['public-entertainment'] },
  },
  { name: 'general, sandwich panel', weight: 1, phases: ANY, change: { kinds: ['sandwich-panel'] } },
  {
    name: 'construction third',
    weight: 2,
    phases: ['workday', 'rest-day'],
    change: { trade: 'construction', regime: 'construction' },
  },
  {
    name: 'construction second',
    weight: 1,
    phases: ['workday', 'rest-day'],
    change: { trade: 'construction', regime: 'construction', yes: ['some-danger'] },
  },
  {
    name: 'construction first, vessel',
    weight: 1,
    phases: ['workday', 'rest-day'],
    change: {
      trade: 'construction',
      regime: 'construction',
      yes: ['vessels'],
      gases: ['gasoline'],
      gasTests: [good(['gasoline'])],
    },
  },
  { name: 'chemical second', weight: 4, phases: ANY, change: CHEMICAL },
  { name: 'chemical first', weight: 2, phases: ANY, change: { ...CHEMICAL, yes: ['pipe-rack'] } },
  { name: 'chemical special', weight: 2, phases: ANY, change: { ...CHEMICAL, yes: ['running-equipment'] } },
  {
    name: 'general, contractor',
    weight: 1,
    phases: ANY,
    change: { workers: 'contractor', machinesListed: 'none' },
  },
  {
    name: 'chemical, contractor',
    weight: 1,
    phases: ['workday', 'rest-day'],
    change: { ...CHEMICAL, workers: 'contractor' },
  },
  {
    name: 'chemical, mixed gas meter',
    weight: 1,
    phases: ANY,
    change: {
      ...CHEMICAL,
      gases: [],
      gasTests: [{ age: 1, readings: [{ gas: 'combustible', value: 2, unit: '%LEL' }] }],
    },
  },
  {
    name: 'chemical, confined',
    weight: 1,
    phases: ANY,
    change: { ...CHEMICAL, kinds: ['confined-space'], gasTests: [{ age: 2, readings: CONFINED_AIR }] },
  },
  {
    name: 'small',
    weight: 4,
    phases: ANY,
    change: { trade: 'catering', regime: 'small', watcher: 'occupier', starter: 'applicant', hours: 2 },
  },
  {
    name: 'small by the welder',
    weight: 2,
    phases: ANY,
    change: {
      trade: 'catering',
      regime: 'small',
      watcher: 'occupier',
      applicant: 'welder',
      starter: 'applicant',
      hours: 2,
    },
  },
  {
    name: 'small, self-employed',
    weight: 2,
    phases: ANY,
    change: {
      selfEmployed: true,
      trade: 'catering',
      regime: 'small',
      watcher: 'occupier',
      applicant: 'welder',
      starter: 'applicant',
      hours: 2,
    },
  },
  {
    name: 'small, raised',
    weight: 1,
    phases: ['night', 'small-hours'],
    change: { trade: 'catering', regime: 'small', kinds: ['live-in-business'], gridWorker: 'signs', hours: 2 },
  },
  { name: 'fixed area', weight: 2, phases: ANY, change: { permitted: 'area' } },
  { name: 'fixed area, chemical', weight: 1, phases: ANY, change: { permitted: 'area', trade: 'chemical' } },
];

export const honest = (base: Base, phase: Phase): Case => ({ ...PLAIN, base: base.name, phase, ...base.change });

export type { Base };
