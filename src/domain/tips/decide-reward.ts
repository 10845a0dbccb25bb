import type { RewardState } from './reward';

export interface ProposedReward {
  readonly state: RewardState;
  readonly proposedBy: string;
}

/** Two people record a reward, to the public as inside an enterprise: one proposes, another decides, once. */
export function faultOfDecision({ state, proposedBy }: ProposedReward, userId: string): 'settled' | 'own' | null {
  if (state !== 'proposed') return 'settled';
  return proposedBy === userId ? 'own' : null;
}
