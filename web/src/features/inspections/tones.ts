import type { Draw, InspectionState } from '@/api/inspections';
import type { Tone } from '@/ui/tone';

export const INSPECTION_TONES: Readonly<Record<InspectionState, Tone>> = {
  planned: 'amber',
  looked: 'blue',
  explained: 'blue',
  ordered: 'blue',
  signed: 'blue',
  accepted: 'green',
  published: 'green',
};

export const DRAW_TONES: Readonly<Record<Draw['state'], Tone>> = {
  published: 'amber',
  committed: 'blue',
  drawn: 'green',
  void: 'red',
};
