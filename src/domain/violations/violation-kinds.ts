/** 预警 → 隐患 → 违法行为: a detector's suspicion, something to put right, and what a person found to be an offence. */
export const GRADES = ['alert', 'hazard', 'offence'] as const;
export type Grade = (typeof GRADES)[number];

/** The subject of a violation: a repeated violation is one of the same subject. */
export type Subject = 'machine' | 'chip' | 'welder' | 'permit' | 'job';

interface KindDescription {
  readonly grade: Exclude<Grade, 'offence'>;
  readonly subject: Subject;
  /** What the police answer: forged papers, borrowed identities, tampering, and what the Fire Control Law punishes with detention. */
  readonly forThePolice: boolean;
}

/**
 * Every kind of violation or hazard that a detector or a person finds; 违规（违规类型）、违章、违法行为、隐患、预警 (docs/change.md, 2).
 * What people read for each is in the words of each language.
 */
const DESCRIPTIONS = {
  'off-platform': { grade: 'alert', subject: 'machine', forThePolice: false },
  'unregistered-machine': { grade: 'alert', subject: 'chip', forThePolice: false },
  'remote-scan': { grade: 'alert', subject: 'job', forThePolice: false },
  'chip-tampered': { grade: 'alert', subject: 'chip', forThePolice: true },
  'modified-machine': { grade: 'alert', subject: 'machine', forThePolice: true },
  'chip-silent': { grade: 'alert', subject: 'chip', forThePolice: false },
  'identity-misuse': { grade: 'alert', subject: 'welder', forThePolice: true },
  overlong: { grade: 'alert', subject: 'job', forThePolice: false },
  'outside-site': { grade: 'alert', subject: 'job', forThePolice: false },
  'special-period': { grade: 'alert', subject: 'permit', forThePolice: false },
  uncertified: { grade: 'hazard', subject: 'welder', forThePolice: true },
  'no-permit': { grade: 'hazard', subject: 'machine', forThePolice: true },
  'permit-overrun': { grade: 'hazard', subject: 'permit', forThePolice: false },
  'gas-test-missed': { grade: 'hazard', subject: 'permit', forThePolice: false },
  'fire-watch-absent': { grade: 'hazard', subject: 'permit', forThePolice: false },
  'fire-watch-skipped': { grade: 'hazard', subject: 'permit', forThePolice: false },
  'forged-certificate': { grade: 'hazard', subject: 'welder', forThePolice: true },
  other: { grade: 'hazard', subject: 'machine', forThePolice: false },
} as const satisfies Record<string, KindDescription>;

export type ViolationKind = keyof typeof DESCRIPTIONS;
export const KINDS = Object.keys(DESCRIPTIONS) as ViolationKind[];

export const kindOf = (kind: ViolationKind): KindDescription => DESCRIPTIONS[kind];

export const VIOLATION_STATES = ['open', 'assigned', 'rectifying', 'review', 'closed', 'withdrawn'] as const;
export type ViolationState = (typeof VIOLATION_STATES)[number];

export const SOURCES = ['detector', 'self-check', 'inspection', 'tip', 'province'] as const;
export type Source = (typeof SOURCES)[number];

export const CERTAINTIES = ['provisional', 'confirmed', 'withdrawn'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The source of a case as a person is told it. The accused are never told that there was a tip. */
export const sourceTold = (source: Source, supervises: boolean): Source =>
  source === 'tip' && !supervises ? 'inspection' : source;
