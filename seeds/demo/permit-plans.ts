import type { Industry } from './industries';
import { PERMIT_STATES, type PermitState, type Regime } from '../../src/domain/permits/permit';
import { quietWelder, VISITOR, VISITORS_POINT, worksByPermit } from './cast';
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

/** What is done at a place, and how dangerous it is by itself: 0 is the weakest level of a regime. */
export interface Work {
  readonly place: string;
  readonly content: string;
  readonly danger: 0 | 1 | 2;
  readonly kinds?: readonly string[];
  readonly openAir?: boolean;
  readonly gases?: readonly string[];
}

const WORKS: Readonly<Record<Industry, readonly Work[]>> = {
  manufacturing: [
    { place: '一号车间', content: '焊接钢支架', danger: 0 },
    { place: '装配区', content: '更换破损风管', danger: 0 },
    { place: '彩钢板仓库', content: '修补货架立柱', danger: 1, kinds: ['sandwich-panel'] },
  ],
  public: [
    { place: '观众厅后台', content: '加固灯架', danger: 1, kinds: ['public-assembly', 'height'] },
    { place: '地下设备间', content: '更换水泵支架', danger: 1, kinds: ['confined-space'], gases: ['methane'] },
    { place: '室外看台', content: '焊接护栏', danger: 0, openAir: true },
  ],
  other: [
    { place: '办公楼屋面', content: '修补排水管支架', danger: 1, kinds: ['height'], openAir: true },
    { place: '维修间', content: '焊接工具架', danger: 0 },
  ],
  construction: [
    { place: '3号楼外架', content: '焊接连墙件', danger: 1, kinds: ['height'], openAir: true },
    { place: '地下车库', content: '安装消防管道', danger: 2, kinds: ['confined-space'], gases: ['methane'] },
    { place: '钢筋加工棚', content: '焊接钢筋骨架', danger: 0, openAir: true },
  ],
  chemical: [
    { place: '公用工程管廊', content: '更换蒸汽管线阀门', danger: 1, gases: ['methane'], openAir: true },
    { place: '检修车间', content: '修补循环水管', danger: 0, gases: ['methane'] },
    { place: '甲醇罐区', content: '焊接护栏', danger: 2, gases: ['methanol'], openAir: true },
  ],
  commerce: [
    { place: '临街门面', content: '焊接卷帘门滑道', danger: 0 },
    { place: '仓储间', content: '加固货架', danger: 0 },
  ],
  catering: [
    { place: '后厨', content: '修补排烟管', danger: 0 },
    { place: '门头', content: '焊接招牌骨架', danger: 0, openAir: true },
  ],
  repair: [
    { place: '修理工位', content: '补焊排气管', danger: 0 },
    { place: '举升机旁', content: '焊接车架裂缝', danger: 0 },
  ],
};

/** The weakest first. */
const LEVELS: Readonly<Record<Regime, readonly string[]>> = {
  small: ['one'],
  general: ['ordinary', 'raised'],
  construction: ['third', 'second', 'first'],
  chemical: ['second', 'first', 'special'],
};

export const levelOf = (regime: Regime, { danger }: Work): string =>
  LEVELS[regime][Math.min(danger, LEVELS[regime].length - 1)] ?? '';

const METHODS: Readonly<Record<string, string>> = {
  MMA: '焊条电弧焊',
  GMAW: '二氧化碳气体保护焊',
  GTAW: '氩弧焊',
  PLASMA: '等离子切割',
};
const REGIME_OF: Partial<Readonly<Record<Industry, Regime>>> = {
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

export const workOf = (enterprise: number, n: number): Work => pick(WORKS[county.enterprise(enterprise).industry], n);
export const methodOf = (machine: number): string => METHODS[county.machineKind(machine).process] ?? '气割';

function plan(serial: number, enterprise: number, state: PermitState, more: Partial<PermitPlan> = {}): PermitPlan {
  const regime = regimeOf(enterprise);
  const work = workOf(enterprise, serial);
  const { place, content, kinds = [], openAir = false, gases = [] } = work;
  const machine = county.machineOf(enterprise, 2);
  return {
    ...{ serial, enterprise, regime, proposedLevel: levelOf(regime, work), state, content, gases, startsNow: false },
    welders: [quietWelder(enterprise)],
    machines: [machine],
    applicant: applicantOf(regime, enterprise),
    watcher: staffUsername('firewatch', enterprise),
    place: { name: `${county.enterprise(enterprise).shortName}${place}`, openAir, kinds },
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
