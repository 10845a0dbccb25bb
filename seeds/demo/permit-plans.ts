import { PERMIT_STATES, type PermitState, type Regime } from '../../src/domain/permits/permit';
import { honestWelder, VISITOR, VISITORS_POINT, worksByPermit } from './cast';
import * as county from './county';
import { range } from './demo-context';
import { staffUsername } from './staff';

/** One permit of the demo county, by the numbers of county.ts and the user names of staff.ts. */
export interface PermitPlan {
  readonly serial: number;
  readonly enterprise: number;
  readonly regime: Regime;
  readonly proposedLevel: string;
  readonly state: PermitState;
  readonly welders: readonly number[];
  readonly machines: readonly number[];
  readonly applicant: string;
  readonly watcher: string;
  readonly place: Place;
  readonly content: string;
  readonly method: string;
  readonly gases: readonly string[];
  /** Planned from now on, whatever the hour. */
  readonly startsNow: boolean;
}

interface Place {
  readonly name: string;
  readonly openAir: boolean;
  readonly kinds: readonly string[];
}

/** What is done at a place, and how dangerous it is by itself. */
export interface Work {
  readonly place: string;
  readonly content: string;
  readonly kinds?: readonly string[];
  readonly openAir?: boolean;
  readonly gases?: readonly string[];
  readonly level: string;
}

const WORKS: Readonly<Record<Regime, readonly Work[]>> = {
  general: [
    { place: '一号车间', content: '焊接钢支架', level: 'ordinary' },
    { place: '装配区', content: '更换破损风管', level: 'ordinary' },
    { place: '彩钢板仓库', content: '修补货架立柱', kinds: ['sandwich-panel'], level: 'raised' },
    { place: '观众厅后台', content: '加固灯架', kinds: ['public-assembly', 'height'], level: 'raised' },
  ],
  construction: [
    { place: '3号楼外架', content: '焊接连墙件', kinds: ['height'], openAir: true, level: 'second' },
    { place: '地下车库', content: '安装消防管道', kinds: ['confined-space'], level: 'first' },
    { place: '钢筋加工棚', content: '焊接钢筋骨架', openAir: true, level: 'third' },
  ],
  chemical: [
    { place: '公用工程管廊', content: '更换蒸汽管线阀门', gases: ['methane'], openAir: true, level: 'first' },
    { place: '检修车间', content: '修补循环水管', gases: ['methane'], level: 'second' },
    { place: '甲醇罐区', content: '焊接护栏', gases: ['methanol'], openAir: true, level: 'special' },
  ],
  small: [
    { place: '临街门面', content: '焊接卷帘门滑道', kinds: ['small-venue'], level: 'one' },
    { place: '后厨', content: '修补排烟管', kinds: ['small-venue', 'mixed-use'], level: 'one' },
    { place: '修理工位', content: '补焊排气管', kinds: ['small-venue'], level: 'one' },
  ],
};

const METHODS = ['焊条电弧焊', '二氧化碳气体保护焊', '氩弧焊', '焊条电弧焊', '等离子切割'] as const;
const REGIME_OF: Partial<Readonly<Record<county.Industry, Regime>>> = {
  construction: 'construction',
  chemical: 'chemical',
  catering: 'small',
  commerce: 'small',
  repair: 'small',
};

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

export const regimeOf = (enterprise: number): Regime => REGIME_OF[county.enterprise(enterprise).industry] ?? 'general';

/** Where the chain begins with the head of the unit, somebody else of the unit asks: nobody signs for himself. */
export const applicantOf = (regime: Regime, enterprise: number): string =>
  staffUsername(regime === 'construction' || regime === 'chemical' ? 'foreman' : 'enterprise', enterprise);

export const workOf = (regime: Regime, n: number): Work => pick(WORKS[regime], n);
export const methodOf = (machine: number): string => pick(METHODS, machine);

function plan(serial: number, enterprise: number, state: PermitState, more: Partial<PermitPlan> = {}): PermitPlan {
  const regime = regimeOf(enterprise);
  const { place, content, kinds = [], openAir = false, gases = [], level } = workOf(regime, serial);
  const machine = county.machineOf(enterprise, 2);
  return {
    ...{ serial, enterprise, regime, proposedLevel: level, state, content, gases, startsNow: false },
    welders: [honestWelder(enterprise)],
    machines: [machine],
    applicant: applicantOf(regime, enterprise),
    watcher: staffUsername('firewatch', enterprise),
    place: { name: `${county.enterprise(enterprise).name}${place}`, openAir, kinds },
    method: methodOf(machine),
    ...more,
  };
}

/** Each watcher of the first shop is at one point only; `firewatch` is free for the visitor to sign on. */
const WATCHER_AT: Partial<Readonly<Record<PermitState, string>>> = {
  active: VISITORS_POINT.watcher,
  suspended: 'firewatch-b',
  fire_watch: 'firewatch-c',
};

const MACHINE_AT: Partial<Readonly<Record<PermitState, number>>> = {
  active: VISITOR.machine,
  submitted: VISITORS_POINT.toSign,
  issued: VISITORS_POINT.toBegin,
};

/** What the visitor can take further at once, as safety officer, leader or watcher. */
const WAITS_FOR_VISITOR: readonly PermitState[] = ['submitted', 'approved', 'issued'];

/** The visitor's shop has one permit in each state. The active one is for the visitor and the machine whose code is shown. */
const visitorsPlans = (): PermitPlan[] =>
  PERMIT_STATES.map((state, n) =>
    plan(n + 1, 0, state, {
      welders: [VISITOR.welder],
      machines: [MACHINE_AT[state] ?? county.machineOf(0, 4)],
      watcher: WATCHER_AT[state] ?? 'firewatch',
      startsNow: WAITS_FOR_VISITOR.includes(state),
    }),
  );

const AT_WORK: readonly PermitState[] = ['active', 'suspended', 'fire_watch'];

/** Where the simulated people apply themselves, their watcher must be free; and a plant's gas test is theirs to make. */
const mayBeAtWork = (enterprise: number): boolean => !worksByPermit(enterprise) && regimeOf(enterprise) !== 'chemical';

/** A spread over the county, so that a regulator's board is empty in no column; and one that is over, for the records. */
const boardPlans = (): PermitPlan[] =>
  range(county.ENTERPRISES)
    .slice(1)
    .flatMap((enterprise) => {
      const state = pick(PERMIT_STATES, enterprise * 5);
      const shown = AT_WORK.includes(state) && !mayBeAtWork(enterprise) ? 'issued' : state;
      return [
        plan(100 + enterprise, enterprise, possible(shown, enterprise)),
        plan(200 + enterprise, enterprise, 'closed'),
      ];
    });

/** A small job has no approvers: the occupier's word makes it issued. */
const UNKNOWN_TO_SMALL: Partial<Readonly<Record<PermitState, PermitState>>> = {
  approved: 'submitted',
  returned: 'draft',
  rejected: 'cancelled',
};

const possible = (state: PermitState, enterprise: number): PermitState =>
  regimeOf(enterprise) === 'small' ? (UNKNOWN_TO_SMALL[state] ?? state) : state;

export const permitPlans = (): PermitPlan[] => [...visitorsPlans(), ...boardPlans()];
