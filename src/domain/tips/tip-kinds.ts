import type { ViolationKind } from '../violations/violation-kinds';

/** The subjects of a report (举报), in words for everyone. Each stands for a kind of violation. */
export const TIP_KINDS = [
  'uncertified',
  'no-permit',
  'fire-watch-absent',
  'forged-certificate',
  'chip-tampered',
  'unregistered-machine',
  'other',
] as const satisfies readonly ViolationKind[];
export type TipKind = (typeof TIP_KINDS)[number];

/** What was found when somebody went there: true, partly true, or not. */
export const TIP_OUTCOMES = ['true', 'partly', 'not'] as const;
export type TipOutcome = (typeof TIP_OUTCOMES)[number];

/** Whether the outcome is a case to put right, and whether it earns a reward. */
export const isFound = (outcome: TipOutcome | null): boolean => outcome === 'true' || outcome === 'partly';
