import type { Regime } from '../../src/domain/permits/permit';
import { honestWelder, STRAY_AT, strayWelder, VISITOR, VISITORS_POINT, worksByPermit } from './cast';
import * as county from './county';
import { range } from './demo-context';
import { applicantOf, levelOf, methodOf, regimeOf, workOf, type Work } from './permit-plans';
import { staffUsername } from './staff';

/** A place whose permits the simulated people ask for again and again, by the numbers of county.ts. */
export interface WorkSite {
  readonly enterprise: number;
  readonly regime: Regime;
  readonly level: string;
  readonly work: Work;
  readonly method: string;
  readonly welders: readonly number[];
  readonly machines: readonly number[];
  readonly applicant: string;
  readonly signers: readonly string[];
  readonly watcher: string;
  readonly hours: number;
  /** How long the work takes, in hours. */
  readonly workHours: number;
  readonly until?: 'submitted' | 'issued';
}

const HOURS = 7;

function site(enterprise: number, more: Partial<WorkSite> = {}): WorkSite {
  const own = regimeOf(enterprise);
  const regime = own === 'small' ? 'general' : own; // a small declaration is confirmed by a code that only a phone can read
  const machine = county.machineOf(enterprise, 1);
  const stray = STRAY_AT.includes(enterprise) ? strayWelder(enterprise) : undefined;
  const work = more.work ?? workOf(enterprise, enterprise);
  return {
    ...{ enterprise, regime, work, level: levelOf(regime, work), method: methodOf(machine), hours: HOURS },
    welders: [honestWelder(enterprise), ...(stray === undefined ? [] : [stray])],
    machines: [machine, ...(stray === undefined ? [] : [county.machineOf(enterprise, 3)])],
    applicant: applicantOf(regime, enterprise),
    signers: ['enterprise', 'safety', 'leader'].map((role) => staffUsername(role, enterprise)),
    watcher: staffUsername('firewatch', enterprise),
    workHours: 1 + (enterprise % 5),
    ...more,
  };
}

const WORKSHOP: Work = { place: '一号车间', content: '焊接钢支架', danger: 0 };

/** In the visitor's shop: one point where work can begin at once, one permit to sign, and one to begin as its watcher. */
const visitorsSites = (): WorkSite[] => {
  const visitors = { work: WORKSHOP, welders: [VISITOR.welder], workHours: HOURS };
  return [
    site(0, { watcher: 'firewatch-e' }),
    site(0, { ...visitors, machines: [VISITOR.machine], watcher: VISITORS_POINT.watcher }),
    site(0, { ...visitors, machines: [VISITORS_POINT.toSign], watcher: 'firewatch', until: 'submitted' }),
    site(0, { ...visitors, machines: [VISITORS_POINT.toBegin], watcher: 'firewatch', until: 'issued' }),
  ];
};

export const workSites = (): WorkSite[] => [
  ...visitorsSites(),
  ...range(county.ENTERPRISES)
    .filter((enterprise) => enterprise > 0 && worksByPermit(enterprise))
    .map((enterprise) => site(enterprise)),
];
