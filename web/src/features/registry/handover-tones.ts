import type { MachineHandover } from '@/api/machine-handovers';
import type { Tone } from '@/ui/tone';

export const HANDOVER_TONES: Readonly<Record<MachineHandover['state'], Tone>> = {
  offered: 'amber',
  confirmed: 'green',
  returned: 'grey',
  refused: 'red',
  withdrawn: 'grey',
};
