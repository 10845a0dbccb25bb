import type { RegistrationState } from '@domain/people/registration';
import type { Tone } from '@/ui/tone';

export const TONES: Readonly<Record<RegistrationState, Tone>> = {
  waiting: 'amber',
  confirmed: 'green',
  refused: 'red',
};
