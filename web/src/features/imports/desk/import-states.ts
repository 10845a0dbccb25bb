import type { Import, ImportKind, Verdict } from '@/api/imports';
import type { Tone } from '@/ui/tone';

export const STATE_TONES: Readonly<Record<Import['state'], Tone>> = {
  reading: 'blue',
  previewed: 'amber',
  applying: 'blue',
  done: 'green',
  failed: 'red',
};

export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  created: 'green',
  same: 'grey',
  warned: 'amber',
  refused: 'red',
};

/** Where the thing of a row is shown. */
export const PAGES: Readonly<Record<ImportKind, string>> = {
  machines: '/console/machines',
  welders: '/console/welders',
  certificates: '/console/welders',
  enterprises: '/console/enterprises',
  chips: '/console/chips',
};

/** It goes on by itself, so the page asks again. */
export const isAtWork = ({ state }: Pick<Import, 'state'>): boolean => state === 'reading' || state === 'applying';
