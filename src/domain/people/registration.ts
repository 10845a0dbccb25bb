import { worksFor, type Officer } from './officer';

/** Who registers themselves: a welder, or an enterprise by the person who will lead its accounts. */
export const REGISTRATION_KINDS = ['welder', 'enterprise'] as const;
export type RegistrationKind = (typeof REGISTRATION_KINDS)[number];

export const REGISTRATION_STATES = ['waiting', 'confirmed', 'refused'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

interface Waiting {
  readonly state: RegistrationState;
  /** To which trade it was handed over. */
  readonly trade: string | null;
  readonly received: boolean;
}

export type RegistrationFault =
  'registration.settled' | 'registration.other-trade' | 'registration.not-received' | 'registration.received';

/** Why somebody may not confirm, refuse or hand over: what was handed over is its department's, once it was received. */
export function settleFault({ state, trade, received }: Waiting, officer: Officer): RegistrationFault | null {
  if (state !== 'waiting') return 'registration.settled';
  if (trade === null) return null;
  if (!worksFor(officer, trade)) return 'registration.other-trade';
  return received ? null : 'registration.not-received';
}

/** Why somebody may not sign the receipt of what was handed over. */
export function receiveFault({ state, trade, received }: Waiting, officer: Officer): RegistrationFault | null {
  if (state !== 'waiting') return 'registration.settled';
  if (trade === null || received) return 'registration.received';
  return worksFor(officer, trade) ? null : 'registration.other-trade';
}
