import { worksFor, type Officer } from '../people/officer';
import { hasRole, OFFICIALS } from '../people/roles';
import type { Trade } from '../people/trades';
import type { ViolationKind, ViolationState } from './violation-kinds';

/** What became of a handover of a case between departments (移交): it waits until the other side signs the receipt or refuses. */
export const HANDOVER_STATES = ['waiting', 'received', 'refused', 'taken-back'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

export interface CaseHandover {
  readonly fromTrade: Trade | null;
  readonly toTrade: Trade;
  readonly state: HandoverState;
  readonly handedBy: string;
}

/** A case with its handovers, the oldest first. */
export interface HandedCase {
  readonly state: ViolationState;
  readonly handovers: readonly CaseHandover[];
}

export interface CaseOfficer extends Officer {
  readonly userId: string;
}

export type HandoverFault =
  | 'violation.handover-over'
  | 'violation.handover-waiting'
  | 'violation.handover-none'
  | 'violation.handover-own'
  | 'violation.handover-not-yours'
  | 'violation.other-trade';

const OVER: readonly ViolationState[] = ['closed', 'withdrawn'];

/** The department that has the case: the last one that signed a receipt. Null: the case belongs to the place alone. */
export const tradeOf = ({ handovers }: Pick<HandedCase, 'handovers'>): Trade | null =>
  handovers.findLast(({ state }) => state === 'received')?.toTrade ?? null;

/** 伪造证件: the market-regulation department follows who made and sold the card; the police hear of it by `hand-over`. */
const FOR: Readonly<Partial<Record<ViolationKind, Trade>>> = { 'forged-certificate': 'market' };

/** To which department a case of this kind usually goes; null: to none. */
export const usualTrade = ({ kind }: { readonly kind: ViolationKind }): Trade | null => FOR[kind] ?? null;

const waitingOf = ({ handovers }: Pick<HandedCase, 'handovers'>): CaseHandover | null =>
  handovers.find(({ state }) => state === 'waiting') ?? null;

/** Why somebody may not hand the case to another department. */
export function handOverFault(handed: HandedCase, officer: CaseOfficer): HandoverFault | null {
  if (OVER.includes(handed.state)) return 'violation.handover-over';
  return officialFault(handed, officer);
}

/**
 * Why a person may not sign the receipt or refuse it. The person who handed the case over may not sign for the other
 * side.
 */
export function settleHandoverFault(handed: HandedCase, officer: CaseOfficer): HandoverFault | null {
  const waiting = waitingOf(handed);
  if (waiting === null) return 'violation.handover-none';
  if (waiting.handedBy === officer.userId) return 'violation.handover-own';
  return worksFor(officer, waiting.toTrade) ? null : 'violation.other-trade';
}

/** Why somebody may not take back what they handed over: it is theirs, or their department's, while nobody has signed. */
export function takeBackFault(handed: HandedCase, officer: CaseOfficer): HandoverFault | null {
  const waiting = waitingOf(handed);
  if (waiting === null) return 'violation.handover-none';
  const own = waiting.handedBy === officer.userId;
  return own || (waiting.fromTrade !== null && worksFor(officer, waiting.fromTrade))
    ? null
    : 'violation.handover-not-yours';
}

/**
 * Why an official may not go on with the case. While it waits for a receipt nobody decides on it; afterwards its
 * department does. Those who put it right (enterprise, welder) and grid workers on the spot go on as before.
 */
export function officialFault(handed: HandedCase, officer: CaseOfficer): HandoverFault | null {
  if (!hasRole(officer, ...OFFICIALS)) return null;
  if (waitingOf(handed) !== null) return 'violation.handover-waiting';
  const trade = tradeOf(handed);
  return trade === null || worksFor(officer, trade) ? null : 'violation.other-trade';
}
