import { LifeCycle } from '../../kernel/life-cycle';

export const INSPECTION_SOURCES = ['planned', 'drawn', 'on-spot'] as const;
export type InspectionSource = (typeof INSPECTION_SOURCES)[number];
export const INSPECTION_KINDS = ['hot-work', 'equipment', 'premises'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

export const INSPECTION_STATES = [
  'planned',
  'looked',
  'explained',
  'ordered',
  'signed',
  'accepted',
  'published',
] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];
/** 现场查、讲、交办、签字、验收, and the publication of the result. */
export const INSPECTION_STEPS = ['look', 'explain', 'order', 'sign', 'accept', 'publish'] as const;
export type InspectionStep = (typeof INSPECTION_STEPS)[number];

export interface InspectionSnapshot {
  readonly state: InspectionState;
  /** The caller is one of the officers who were sent. */
  readonly byOfficer: boolean;
  /** And decides for the authority. */
  readonly byAuthority: boolean;
  /** Cases of this inspection that are not closed. */
  readonly openCases: number;
}

export type InspectionReason =
  'inspection.not-your-task' | 'inspection.authority-only' | 'inspection.own-result' | 'inspection.cases-open';

type Guard = (snapshot: InspectionSnapshot) => readonly InspectionReason[];
const officer: Guard = ({ byOfficer }) => (byOfficer ? [] : ['inspection.not-your-task']);
const settled: Guard = ({ openCases }) => (openCases === 0 ? [] : ['inspection.cases-open']);
const another: Guard = ({ byAuthority, byOfficer }) => {
  if (!byAuthority) return ['inspection.authority-only'];
  return byOfficer ? ['inspection.own-result'] : [];
};

/** The five steps on the spot in their order; what was found is put right before it is accepted, and a second person publishes. */
export const inspectionLifeCycle = new LifeCycle<InspectionState, InspectionStep, InspectionSnapshot, InspectionReason>(
  {
    look: { from: ['planned'], to: 'looked', when: officer },
    explain: { from: ['looked'], to: 'explained', when: officer },
    order: { from: ['explained'], to: 'ordered', when: officer },
    sign: { from: ['ordered'], to: 'signed', when: officer },
    accept: { from: ['signed'], to: 'accepted', when: (one) => [...officer(one), ...settled(one)] },
    publish: { from: ['accepted'], to: 'published', when: another },
  },
);

/** Findings are written down until the responsible person has signed. */
export const takesFindings = (state: InspectionState): boolean =>
  ['planned', 'looked', 'explained', 'ordered'].includes(state);
