import type { RegionCode } from '../../kernel/region-code';
import type { FindingCode } from './finding-texts';
import type { Finding, Severity } from './finding';

/** Checks that a region switches on step by step (domain.md, section 3, roll-out). */
export const ROLL_OUT_TOPICS = ['chip', 'training', 'inspection', 'position', 'identity'] as const;
export type RollOutTopic = (typeof ROLL_OUT_TOPICS)[number];
/** From looked at only to forbidden. */
export const ROLL_OUT_MODES = ['observe', 'warn', 'enforce'] as const;
export type RollOutMode = (typeof ROLL_OUT_MODES)[number];
export interface RollOutModes extends Readonly<Record<RollOutTopic, RollOutMode>> {
  /** Whether the place must be proven where no position says anything; without it as `position`. */
  readonly proof?: RollOutMode;
}

/** A region asks for proofs from the day it declares its mode for positions: before, its signboards are bound nowhere. */
const proofMode = ({ position }: Partial<Record<RollOutTopic, RollOutMode>>): RollOutMode => position ?? 'warn';

/** Where a region has declared no mode: power and place are enforced, training only reminded of, identity recorded. */
const DEFAULT_MODES: RollOutModes = {
  chip: 'enforce',
  training: 'warn',
  inspection: 'enforce',
  position: 'enforce',
  identity: 'observe',
};

/** A mode in force, as a region or one around it declared it. */
export interface DeclaredMode {
  readonly topic: RollOutTopic;
  readonly mode: RollOutMode;
  /** '' is the whole country. */
  readonly regionCode: RegionCode;
}

/** The modes that hold in a region, of all that are in force for it: of each topic the narrowest region's. */
export function modesAt(declared: readonly DeclaredMode[]): RollOutModes {
  const widestFirst = [...declared].sort((a, b) => a.regionCode.length - b.regionCode.length);
  const narrowest: Partial<Record<RollOutTopic, RollOutMode>> = Object.fromEntries(
    widestFirst.map(({ topic, mode }) => [topic, mode]),
  );
  return { ...DEFAULT_MODES, ...narrowest, proof: proofMode(narrowest) };
}

/** Which topic switches a finding; what is not named here always keeps its own severity. */
const TOPIC: Partial<Readonly<Record<FindingCode, keyof RollOutModes>>> = {
  'machine.no-chip': 'chip',
  'machine.facts-unconfirmed': 'chip',
  'chip.tampered': 'chip',
  'chip.offline': 'chip',
  'welder.training-overdue': 'training',
  'welder.identity-unconfirmed': 'identity',
  'machine.inspection-overdue': 'inspection',
  'place.outside-site': 'position',
  'place.chip-elsewhere': 'position',
  'place.unproven': 'proof',
};

const RANK: Readonly<Record<Severity, number>> = { observe: 0, warn: 1, block: 2 };
const MOST: Readonly<Record<RollOutMode, Severity>> = { observe: 'observe', warn: 'warn', enforce: 'block' };

/** A mode only ever softens: a warning stays a warning where the check is enforced. */
export function inMode(finding: Finding, modes: RollOutModes): Finding {
  const topic = TOPIC[finding.code];
  if (!topic) return finding;
  const most = MOST[modes[topic] ?? modes.position];
  return RANK[finding.severity] <= RANK[most] ? finding : { ...finding, severity: most };
}
