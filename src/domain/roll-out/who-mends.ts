import type { FindingCode } from '../authorization/finding-texts';
import type { Facts } from '../authorization/facts';

/** Who can put right what a mode would refuse: the welder in person, the enterprise, a technician, the grid worker, the county. */
export const MENDERS = ['person', 'enterprise', 'fitter', 'grid', 'county'] as const;
export type Mender = (typeof MENDERS)[number];

/** What is named in a forecast. */
export const SUBJECT_KINDS = ['welder', 'machine', 'enterprise'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

interface Mending {
  readonly about: SubjectKind;
  /** The first who has a phone is told. */
  readonly by: readonly Mender[];
}

/** Only findings that a mode switches: a plan can refuse for nothing else. */
const MENDING: Partial<Readonly<Record<FindingCode, Mending>>> = {
  'machine.no-chip': { about: 'machine', by: ['fitter', 'enterprise', 'person', 'county'] },
  'machine.facts-unconfirmed': { about: 'machine', by: ['grid', 'fitter', 'county'] },
  'chip.tampered': { about: 'machine', by: ['fitter', 'county'] },
  'chip.offline': { about: 'machine', by: ['enterprise', 'person', 'fitter', 'county'] },
  'machine.inspection-overdue': { about: 'machine', by: ['enterprise', 'person', 'grid', 'county'] },
  'welder.training-overdue': { about: 'welder', by: ['person', 'enterprise', 'county'] },
  'welder.identity-unconfirmed': { about: 'welder', by: ['person', 'enterprise', 'county'] },
  'place.outside-site': { about: 'welder', by: ['person', 'enterprise', 'county'] },
  'place.chip-elsewhere': { about: 'machine', by: ['fitter', 'enterprise', 'county'] },
  'place.unproven': { about: 'enterprise', by: ['enterprise', 'person', 'grid', 'county'] },
};

export const mendersOf = (code: FindingCode): readonly Mender[] => MENDING[code]?.by ?? ['county'];

/** Whom or what a refusal names: the enterprise is the permit's, else the machine's; without one, the welder. */
export function subjectOf(
  code: FindingCode,
  { machine, welder }: Pick<Facts, 'machine' | 'welder'>,
  enterpriseId: string | null,
): Subject | null {
  const ofWelder = named('welder', welder?.id);
  switch (MENDING[code]?.about) {
    case 'machine':
      return named('machine', machine?.id);
    case 'enterprise':
      return named('enterprise', enterpriseId) ?? ofWelder;
    default:
      return ofWelder;
  }
}

const named = (kind: SubjectKind, id: string | null | undefined): Subject | null =>
  id === null || id === undefined ? null : { kind, id };
