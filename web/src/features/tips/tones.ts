import type { RewardState, TipState } from '@/api/tips';
import type { Tone } from '@/ui/tone';

export const TIP_TONES: Readonly<Record<TipState, Tone>> = {
  received: 'amber',
  accepted: 'blue',
  dispatched: 'blue',
  checked: 'blue',
  closed: 'green',
  declined: 'grey',
  merged: 'grey',
};

export const REWARD_TONES: Readonly<Record<RewardState, Tone>> = {
  proposed: 'amber',
  approved: 'blue',
  refused: 'grey',
  paid: 'green',
};
