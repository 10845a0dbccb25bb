import type { Certainty, ViolationKind } from './violation-kinds';

/** What a chip's behaviour tells: somebody opened it, copied it, fed the machine past it, carried it away, or it fell silent. */
export const CHIP_FAULTS = [
  'tamper-open', 'digest-conflict', 'lower-boot', 'takeover', 'moved', 'mains-without-relay', 'silent', 'unreadable', 'boot-jump',
  'over-rating', 'current-without-relay',
] as const; // prettier-ignore
export type ChipFault = (typeof CHIP_FAULTS)[number];

interface Meaning {
  readonly kind: ViolationKind;
  readonly certainty: Exclude<Certainty, 'withdrawn'>;
}

/**
 * One number used for two contents, or a boot counter that runs backwards, prove by themselves that two chips bear one
 * number. A lid switch may be loose, a machine may be carried by a forklift, and a network may fail: those wait for a person.
 */
const MEANING: Readonly<Record<ChipFault, Meaning>> = {
  'tamper-open': { kind: 'chip-tampered', certainty: 'provisional' },
  'digest-conflict': { kind: 'chip-tampered', certainty: 'confirmed' },
  'lower-boot': { kind: 'chip-tampered', certainty: 'confirmed' },
  takeover: { kind: 'chip-tampered', certainty: 'provisional' },
  moved: { kind: 'chip-tampered', certainty: 'provisional' },
  'mains-without-relay': { kind: 'modified-machine', certainty: 'provisional' },
  'current-without-relay': { kind: 'modified-machine', certainty: 'provisional' },
  'over-rating': { kind: 'modified-machine', certainty: 'provisional' },
  'boot-jump': { kind: 'chip-tampered', certainty: 'provisional' },
  unreadable: { kind: 'chip-silent', certainty: 'provisional' },
  silent: { kind: 'chip-silent', certainty: 'provisional' },
};

export const meaningOf = (fault: ChipFault): Meaning => MEANING[fault];
