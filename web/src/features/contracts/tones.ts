import type { ContractorStanding } from '@/api/contracts';
import type { Tone } from '@/ui/tone';

export const STANDING_TONES: Readonly<Record<ContractorStanding, Tone>> = {
  valid: 'green',
  missing: 'red',
  expired: 'red',
  unqualified: 'red',
  none: 'amber',
};
export const CONTRACT_TONES = { coming: 'blue', running: 'green', over: 'grey' } as const satisfies Record<
  string,
  Tone
>;
