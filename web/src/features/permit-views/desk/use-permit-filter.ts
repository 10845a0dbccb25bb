import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import { REGIMES } from '@domain/permits/permit';
import type { PermitFilter } from '@/api/permit-lists';
import { chosenRegion } from '@/features/regions/desk/chosen-region';

const KEYS = ['q', 'regime', 'state', 'enterpriseId', 'mine', 'from', 'to'] as const;
export type FilterKey = (typeof KEYS)[number];

/** The filter lives in the address, so that it survives a look at one permit, and can be sent to a colleague. */
export function usePermitFilter(): {
  filter: ComputedRef<PermitFilter>;
  value: (key: FilterKey) => string;
  change: (changes: Partial<Record<FilterKey | 'view', string | undefined>>) => void;
} {
  const route = useRoute();
  const router = useRouter();
  const value = (key: FilterKey): string => {
    const found = route.query[key];
    return typeof found === 'string' ? found : '';
  };
  const filter = computed<PermitFilter>(() => {
    const chosen = Object.fromEntries(KEYS.map((key) => [key, value(key)]).filter(([, text]) => text !== ''));
    const { mine, regime: named, ...rest } = chosen as Partial<Record<FilterKey, string>>;
    const regime = REGIMES.find((one) => one === named);
    return {
      ...rest,
      ...(regime && { regime }),
      ...(mine && { mine: true }),
      ...(chosenRegion.value && { regionCode: chosenRegion.value }),
    };
  });
  const change = (changes: Partial<Record<FilterKey | 'view', string | undefined>>): void => {
    const query: LocationQueryRaw = { ...route.query };
    for (const [key, text] of Object.entries(changes)) {
      if (text) query[key] = text;
      else delete query[key];
    }
    void router.replace({ query });
  };
  return { filter, value, change };
}
