import type { SelfCheckState } from '@/api/self-checks';
import type { Tone } from '@/ui/tone';

export const SELF_CHECK_TONES: Readonly<Record<SelfCheckState, Tone>> = {
  due: 'blue',
  overdue: 'red',
  signed: 'green',
};
export const ANSWER_TONES = { yes: 'green', no: 'red', 'not-applicable': 'grey' } as const satisfies Record<
  string,
  Tone
>;
