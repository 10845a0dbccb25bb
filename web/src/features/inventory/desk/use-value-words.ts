import { useI18n } from 'vue-i18n';
import type { InventoryKind } from '@domain/inventory/inventory';
import type { Tone } from '@/ui/tone';

/** Values that are called so on every page. */
const SHARED: Readonly<Record<string, string>> = { process: 'process', industry: 'industry' };

/** What a value of a dimension is called. */
export function useValueWords() {
  const { t } = useI18n();
  return (kind: InventoryKind, dimension: string, value: string): string => {
    if (dimension === 'status') return t(`${kind}.state.${value}`);
    return t(SHARED[dimension] ? `${SHARED[dimension]}.${value}` : `inventory.${dimension}.${value}`);
  };
}

const TONES: Readonly<Record<string, Tone>> = {
  over: 'red',
  void: 'red',
  'days-7': 'red',
  'days-30': 'amber',
  'days-90': 'amber',
  unverified: 'amber',
  later: 'green',
  fitted: 'green',
  none: 'grey',
  'not-needed': 'grey',
};

export const toneOf = (value: string): Tone => TONES[value] ?? 'grey';
