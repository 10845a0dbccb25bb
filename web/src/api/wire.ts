import { answered, api, type Schemas } from './client';

export type ChipSettings = Schemas['ConfigureChipRequest'];

const of = (chipNo: string) => ({ params: { path: { chipNo } } });

export const chipWire = (chipNo: string) => answered(api.GET('/api/v1/chips/{chipNo}/wire', of(chipNo)));
export const rotateSecret = (chipNo: string, reason: string) =>
  answered(api.POST('/api/v1/chips/{chipNo}/rotate', { ...of(chipNo), body: { reason } }));
export const configureChip = (chipNo: string, body: ChipSettings) =>
  answered(api.POST('/api/v1/chips/{chipNo}/configure', { ...of(chipNo), body }));
